using System.Text.RegularExpressions;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Stories;

/// <summary>
/// A year of a living team through the API: somebody falls ill each week, people join and leave, a holiday closes a turn,
/// the clocks change twice. Every rule holds each week, nobody moves without a cause, and who moves is told once.
/// </summary>
public class AYearOfTurns
{
    static readonly DateOnly First = new(2026, 11, 23);

    [Theory]
    [InlineData(DatabaseKind.Sqlite, 52)]
    [InlineData(DatabaseKind.Postgres, 6)]
    public async Task Every_rule_holds_and_nobody_moves_without_a_cause(DatabaseKind database, int weeks)
    {
        await using var app = await Team.OnFriday(database);
        await Team.SetUp(app, "ann", "ben", "cleo", "dan", "eve", "fay", "gus", "hal");
        await app.Patch("duties/engineering", new { closedOn = new[] { "2026-12-25", "2027-01-01", "2027-05-13" } });
        var seen = await Ahead(app, First);
        for (var week = 0; week < weeks; week++)
        {
            var monday = First.AddDays(7 * week);
            await app.SetClock($"{monday:yyyy-MM-dd}T09:00:00Z");
            var before = await Ahead(app, monday.AddDays(1));
            Unmoved(seen, before, monday).ShouldBeEmpty($"week {week}: nothing was changed since the last look");
            var away = before[week % 3].Person;
            var cause = week switch
            {
                13 => await Join(app, "ivy"),
                26 => await Leave(app, "dan", monday.AddDays(4)),
                _ => await FallIll(app, away, before[week % 3].Date, week % 4),
            };
            seen = await Ahead(app, monday.AddDays(1));
            foreach (var (day, now) in Moved(before, seen))
                (day.Date > Announced(monday) || day.Person == cause).ShouldBeTrue(
                    $"{day.Date}: {day.Person} to {now.Person}, though only {cause} could not"
                );
            seen.Select(d => d.Date).Distinct().Count().ShouldBe(seen.Count);
            seen.ShouldNotContain(d => d.Person == "");
            seen.Zip(seen.Skip(1)).ShouldAllBe(two => two.First.Person != two.Second.Person);
        }
        await EverybodyWasToldOnce(app);
    }

    /// <summary>Both of each date that moved by a change have one message of that moment that says so, and none is sent twice.</summary>
    static async Task EverybodyWasToldOnce(DutyApp app)
    {
        var told = (await app.Parts("outbox").SelectMany(part => part.Items()).ToListAsync())
            .Where(m => m.Text("key")!.StartsWith("moved(", StringComparison.Ordinal))
            .ToList();
        told.Select(m => m.Text("key")).ShouldBeUnique();
        var moves = await app.Parts("duties/engineering/rota/changes").SelectMany(part => part.Items()).ToListAsync();
        moves.ShouldNotBeEmpty();
        foreach (var move in moves.Where(m => m.Text("by") != "overnight"))
        foreach (var reader in new[] { move.Text("from"), move.Text("to") }.OfType<string>())
            told.Count(m =>
                    m.Text("to") == reader
                    && m.Text("createdAt") == move.Text("at")
                    && Regex.IsMatch(
                        m.Text("text")!,
                        $@"\b{DateOnly.Parse(move.Text("date")!):d MMMM}\b",
                        RegexOptions.None,
                        TimeSpan.FromSeconds(1)
                    )
                )
                .ShouldBe(1, $"{reader} about {move.Text("why")}");
    }

    static async Task<string> FallIll(DutyApp app, string person, DateOnly from, int days)
    {
        await app.Post(
            $"people/{person}/absences",
            new { from = $"{from:yyyy-MM-dd}", to = $"{from.AddDays(days):yyyy-MM-dd}" }
        );
        return person;
    }

    static async Task<string> Join(DutyApp app, string person)
    {
        await app.Post("people", new { handle = person });
        return person;
    }

    static async Task<string> Leave(DutyApp app, string person, DateOnly last)
    {
        await app.Patch($"people/{person}", new { leftOn = $"{last:yyyy-MM-dd}" });
        return person;
    }

    /// <summary>The last date of the announced twenty working days; holidays only make it later.</summary>
    static DateOnly Announced(DateOnly monday) => monday.AddDays(22);

    static IEnumerable<(Day Before, Day Now)> Moved(IReadOnlyList<Day> before, IReadOnlyList<Day> now) =>
        before.Join(now, d => d.Date, d => d.Date, (b, n) => (b, n)).Where(two => two.b.Person != two.n.Person);

    static IEnumerable<(Day Before, Day Now)> Unmoved(
        IReadOnlyList<Day> seen,
        IReadOnlyList<Day> now,
        DateOnly monday
    ) => Moved(seen, now).Where(two => two.Before.Date <= Announced(monday.AddDays(-7)));

    static async Task<IReadOnlyList<Day>> Ahead(DutyApp app, DateOnly from) =>
        [
            .. (await Team.Rota(app, $"{from:yyyy-MM-dd}", $"{from.AddDays(80):yyyy-MM-dd}")).Select(d => new Day(
                DateOnly.Parse(d.Text("date")!),
                d.Text("person") ?? ""
            )),
        ];

    sealed record Day(DateOnly Date, string Person);
}
