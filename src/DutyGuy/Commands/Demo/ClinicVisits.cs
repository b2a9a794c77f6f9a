using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace DutyGuy.Commands.Demo;

/// <summary>One request of a visitor.</summary>
public sealed record ClinicVisit(HttpMethod Method, string Path, string? Json = null)
{
    public StringContent? Content() => Json is null ? null : new StringContent(Json, Encoding.UTF8, "application/json");
}

/// <summary>What visitors ask next: mostly searches, sometimes a booking of what a search has shown.</summary>
public sealed class ClinicVisits(Random random, ClinicVisitors visitors)
{
    private static readonly string[] _specialties = ["general", "dentist", "eyes", "skin", "heart", "children"];
    private static readonly string[] _cities = ["Paris", "Lyon", "Lille", "Nantes", "lyon ", "PARIS"];
    private readonly ConcurrentQueue<(int Doctor, string Start)> _offers = new();
    private readonly ConcurrentQueue<int> _booked = new();

    public ClinicVisit Next() =>
        random.Next(100) switch
        {
            < 34 => Get($"/search?specialty={Any(_specialties)}&city={Uri.EscapeDataString(Any(_cities))}"),
            < 50 => Get($"/doctors/{Doctor()}"),
            < 64 => Get($"/doctors/{Doctor()}/agenda"),
            < 84 => Get($"/patients/{Patient()}/documents"),
            < 89 => Book(),
            < 93 => Cancel(),
            < 96 when visitors is ClinicVisitors.Testers => Get($"/reminders?doctor={Doctor()}"),
            < 98 when visitors is ClinicVisitors.Testers => Get($"/doctors/{Doctor()}/waiting-list"),
            _ => Get("/"),
        };

    /// <summary>Remembers what an answer offered: a free slot to book, an appointment to cancel.</summary>
    public void Learn(ClinicVisit visit, string answer)
    {
        if (visit.Path.StartsWith("/search", StringComparison.Ordinal) && _offers.Count < 10)
            Remember(answer);
        else if (visit.Method == HttpMethod.Post && answer.StartsWith("{\"id\":", StringComparison.Ordinal))
            _booked.Enqueue(JsonDocument.Parse(answer).RootElement.GetProperty("id").GetInt32());
    }

    private void Remember(string answer)
    {
        using var results = JsonDocument.Parse(answer);
        foreach (var result in results.RootElement.EnumerateArray())
        {
            var start = result.GetProperty("firstFree").GetString()!;
            if (start.StartsWith("9999", StringComparison.Ordinal)) // a full doctor: nothing to press
                continue;
            _offers.Enqueue((result.GetProperty("doctorId").GetInt32(), start));
        }
    }

    private ClinicVisit Book() =>
        _offers.TryDequeue(out var offer)
            ? new ClinicVisit(
                HttpMethod.Post,
                "/appointments",
                JsonSerializer.Serialize(
                    new
                    {
                        doctorId = offer.Doctor,
                        patientId = Patient(),
                        start = offer.Start,
                        minutes = random.Next(2, 7) * 5,
                    }
                )
            )
            : Get("/");

    private ClinicVisit Cancel() =>
        _booked.TryDequeue(out var id) ? new ClinicVisit(HttpMethod.Delete, $"/appointments/{id}") : Get("/");

    // 97 to 99 work on Reunion and are asked for seldom.
    private int Doctor() => random.Next(25) == 0 ? random.Next(97, 100) : random.Next(1, 97);

    private int Patient() => random.Next(1, 301);

    private string Any(string[] words) => words[random.Next(words.Length)];

    private static ClinicVisit Get(string path) => new(HttpMethod.Get, path);
}
