using DutyGuy.Domain;
using DutyGuy.Store;
using NodaTime;

namespace DutyGuy.Benchmarks;

/// <summary>Two years of a team, written through the store: what its pages must carry.</summary>
internal static class TwoYears
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 30);
    private const int Days = 500;
    private const int FactsADay = 200;
    private static readonly string[] People = ["ann", "ben", "eva", "jon", "lea", "mel", "pia", "tom"];

    public static async Task Fill(DutyStore store)
    {
        await store.Change(db => db.Insert(Shop()));
        await Many(store, Errors(2000, 1400));
        for (var day = Days; day > 0; day -= 25)
        {
            var (from, to) = (day, Math.Max(0, day - 25));
            await Many(store, Enumerable.Range(to, from - to).SelectMany(ADay));
        }
        await Many(store, Enumerable.Range(0, 7).SelectMany(Timings));
        await store.Change(db => db.Insert(new ProjectEnvironment(1, "production", Now) { Timings = true }));
        await store.Change(db => db.Insert(new ProjectEnvironment(1, "staging", Now) { Timings = true }));
    }

    private static Project Shop() =>
        new()
        {
            Name = "shop",
            Key = new string('a', 32),
            CreatedAt = Now,
        };

    private static Task Many(DutyStore store, IEnumerable<object> rows) =>
        store.Change(async db =>
        {
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            foreach (var part in rows.Chunk(2000))
            {
                db.AddRange(part);
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        });

    private static IEnumerable<object> Errors(int all, int open) =>
        Enumerable
            .Range(0, all)
            .Select(i => new TrackedError
            {
                Project = 1,
                Environment = i % 3 == 0 ? "production" : "staging",
                Title = $"Error number {i}",
                Status = i < open ? ErrorStatus.Open : ErrorStatus.Resolved,
                Assignee = i % 7 == 0 ? People[i % People.Length] : null,
                CreatedAt = Now - Duration.FromHours(i * 6),
                FirstSeen = Now - Duration.FromHours(i * 6),
                LastSeen = Now - Duration.FromHours(i),
                Events = i * 3,
                Users = i,
            });

    /// <summary>One working day so many days back.</summary>
    private static IEnumerable<object> ADay(int back)
    {
        var start = Now - Duration.FromDays(back + 1);
        var (date, person) = (start.InUtc().Date, People[back % People.Length]);
        yield return new DutyTurn("engineering", date, person);
        yield return Entry(start, date, person);
        yield return Shipped(start, back);
        for (var i = 0; i < FactsADay; i++)
            yield return Told(start + Duration.FromMinutes(i * 2), i);
        for (var i = 0; i < 20; i++)
            yield return Result(start + Duration.FromMinutes(i * 20), $"{back:x4}{i:x4}");
        for (var i = 0; i < 15; i++)
            yield return Message(start, $"day:{back}:{i}", person);
    }

    private static LogEntry Entry(Instant start, LocalDate date, string person) =>
        new()
        {
            Duty = "engineering",
            Date = date,
            Person = person,
            From = start,
            To = start + Duration.FromHours(9),
            ClosedAt = start + Duration.FromHours(9),
            Facts = string.Concat(Enumerable.Repeat("- Main was red for 36 minutes.\n", 20)),
        };

    private static Rollout Shipped(Instant start, int number) =>
        new()
        {
            Environment = "production",
            Release = $"shop@{number}",
            To = $"{number:x4}0000",
            Status = RolloutStatus.Done,
            StartedAt = start + Duration.FromHours(7),
            SwitchedAt = start + Duration.FromHours(7),
            EndedAt = start + Duration.FromHours(8),
        };

    private static Fact Told(Instant at, int number) =>
        new()
        {
            At = at,
            Kind = FactKind.Number,
            Source = "bench",
            Duty = "engineering",
            Text = $"Fact number {number} of the day.",
        };

    private static CiResult Result(Instant at, string commit) =>
        new()
        {
            Repository = "clinic",
            Branch = "main",
            Commit = commit,
            Status = CiStatus.Passing,
            At = at,
        };

    private static OutboxMessage Message(Instant at, string key, string to) =>
        new(0, OutboxKind.Notice, key, to, "Your turn.", null, OutboxState.Sent, at, at, [new(at, null)]);

    /// <summary>A day of per-minute timings of twenty endpoints.</summary>
    private static IEnumerable<object> Timings(int back)
    {
        var histogram = new DurationHistogram();
        histogram.Add(120);
        for (var minute = 0; minute < 1440; minute++)
        for (var endpoint = 0; endpoint < 20; endpoint++)
            yield return new MinuteRow
            {
                Project = 1,
                Environment = "production",
                Minute = Now - Duration.FromDays(back) - Duration.FromMinutes(minute),
                Endpoint = $"GET /page/{endpoint}",
                Release = $"shop@{back}",
                Segment = "",
                Count = 10,
                Errors = 0,
                SumMs = 1200,
                Histogram = histogram.ToString(),
                CountIsTrue = true,
            };
    }
}
