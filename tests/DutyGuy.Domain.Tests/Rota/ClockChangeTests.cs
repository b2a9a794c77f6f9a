using System.Text.Json;
using DutyGuy.Domain;
using NodaTime;
using NodaTime.Text;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Rota;

public class ClockChangeTests
{
    private static readonly JsonElement Excerpt = Read();

    public static TheoryData<string> Cases =>
        [.. Excerpt.EnumerateArray().Select(one => one.GetProperty("id").GetString()!)];

    [Theory, MemberData(nameof(Cases))]
    public void Who_is_on_duty_round_a_clock_change(string id)
    {
        var one = Excerpt.EnumerateArray().Single(row => row.GetProperty("id").GetString() == id);
        var instant = InstantPattern.General.Parse(one.GetProperty("query").GetString()!).Value;
        OnDuty.At(FactsOf(one), [], instant).Person.ShouldBe(one.GetProperty("expected").GetString());
    }

    [Theory]
    [InlineData("Europe/Paris", "2026-03-29", 2, 30, "2026-03-29T01:00:00Z")] // no 02:30: the end of the gap
    [InlineData("Europe/Paris", "2026-10-25", 2, 30, "2026-10-25T00:30:00Z")] // twice: begins the first time
    [InlineData("America/New_York", "2026-03-08", 2, 30, "2026-03-08T07:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", 2, 15, "2026-10-03T15:30:00Z")] // a gap of half an hour
    public void Hours_begin_at_a_wall_clock_time(string zone, string date, int hour, int minute, string expected) =>
        With(zone, new(hour, minute), new(18, 0))
            .StartOf(LocalDatePattern.Iso.Parse(date).Value)
            .ShouldBe(InstantPattern.General.Parse(expected).Value);

    [Fact]
    public void Hours_end_the_last_time_that_a_wall_clock_time_happens() =>
        With("Europe/Paris", new(0, 0), new(2, 30))
            .EndOf(new(2026, 10, 25))
            .ShouldBe(Instant.FromUtc(2026, 10, 25, 1, 30));

    private static DutyHours With(string zone, LocalTime from, LocalTime to) =>
        RotaExample.Hours(zone) with
        {
            From = from,
            To = to,
        };

    private static RotaFacts FactsOf(JsonElement one)
    {
        var rotation = one.GetProperty("rotation");
        var start = LocalDatePattern.Iso.Parse(rotation.GetProperty("start").GetString()![..10]).Value;
        var hours = rotation.GetProperty("duty_hours");
        var people = rotation.GetProperty("participants").EnumerateArray().Select(name => name.GetString()!);
        var days = rotation.TryGetProperty("workdays", out var named)
            ? named.EnumerateArray().Select(DayOf).ToHashSet()
            : Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day).ToHashSet();
        var closed = rotation.TryGetProperty("holidays", out var holidays)
            ? holidays.EnumerateArray().Select(day => LocalDatePattern.Iso.Parse(day.GetString()!).Value).ToHashSet()
            : [];
        return new(
            "duty",
            new(
                DateTimeZoneProviders.Tzdb[one.GetProperty("zone").GetString()!],
                TimeOf(hours.GetProperty("from")),
                TimeOf(hours.GetProperty("to")),
                days,
                closed
            ),
            start,
            [.. people.Select((name, i) => new Member(name, start.PlusDays(i - 1000)))],
            [],
            [],
            []
        );
    }

    private static IsoDayOfWeek DayOf(JsonElement day) =>
        (IsoDayOfWeek)(1 + Array.IndexOf(["MO", "TU", "WE", "TH", "FR", "SA", "SU"], day.GetString()));

    private static LocalTime TimeOf(JsonElement time) =>
        time.GetString() is "24:00"
            ? LocalTime.Midnight
            : LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time.GetString()!).Value;

    private static JsonElement Read()
    {
        using var stream = typeof(ClockChangeTests).Assembly.GetManifestResourceStream(
            "who-is-on-duty-round-clock-changes.json"
        )!;
        return JsonDocument.Parse(stream).RootElement.GetProperty("cases").Clone();
    }
}
