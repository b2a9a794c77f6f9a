using System.Text;
using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Commands.Demo.Weeks;

/// <summary>
/// How production answered in the afternoons of the last days, minute by minute, from a fixed seed; written on another core
/// while the days before are played.
/// </summary>
sealed class RecordedMinutes
{
    static readonly LocalDate First = new(2026, 11, 18);
    static readonly (string Endpoint, double Requests, double Ms)[] Usual =
    [
        ("GET /search", 22, 5),
        ("GET /doctors/{id:int}", 10, 1.4),
        ("GET /doctors/{id:int}/agenda", 9, 8),
        ("GET /patients/{id:int}/documents", 13, 6),
        ("POST /appointments", 3, 4),
        ("GET /", 5, 2),
    ];

    readonly Random random = new(17);
    readonly Task<Dictionary<LocalDate, string>> written;

    public RecordedMinutes(IEnumerable<LocalDate> days) =>
        written = Task.Run(() => days.Where(day => day >= First).ToDictionary(day => day, Written));

    /// <summary>Those of a day, if there are some.</summary>
    public async Task Send(LocalDate day, DemoApi administrator, string project)
    {
        if (!(await written).TryGetValue(day, out var csv))
            return;
        using var content = new StringContent(csv, Encoding.UTF8, "text/csv");
        await administrator.Post($"metrics?project={project}&environment=production", content);
    }

    /// <summary>From two until half past five; on the last day the agenda is slower after the rollout.</summary>
    string Written(LocalDate date)
    {
        var agendaAfter = date.Day == 20 ? 1.35 : 1;
        var rows = new List<EndpointMinute>();
        var rollout = DemoWorld.At(date, 16, 6);
        for (var at = DemoWorld.At(date, 14, 0); at < DemoWorld.At(date, 17, 40); at += Duration.FromMinutes(1))
            foreach (var (endpoint, requests, ms) in Usual)
            {
                var late = at > rollout;
                var slower = late && endpoint.EndsWith("agenda", StringComparison.Ordinal) ? agendaAfter : 1;
                rows.Add(Minute(at, endpoint, requests, ms * slower, late ? "clinic@after" : "clinic@before"));
            }
        var csv = new StringWriter();
        MinutesCsv.Write(csv, rows);
        return csv.ToString();
    }

    EndpointMinute Minute(Instant at, string endpoint, double requests, double ms, string release)
    {
        var histogram = new DurationHistogram();
        var count = Math.Max(1, (int)Math.Round(requests * (0.8 + random.NextDouble() * 0.4)));
        for (var i = 0; i < count; i++)
            histogram.Add(ms * Math.Exp(0.35 * Normal()));
        return new EndpointMinute
        {
            Service = "clinic",
            Environment = "production",
            Endpoint = endpoint,
            Release = release,
            Minute = at,
            Count = count,
            Errors = 0,
            SumMs = histogram.Sum,
            Histogram = histogram,
        };
    }

    double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
