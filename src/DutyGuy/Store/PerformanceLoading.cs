using System.Collections.Concurrent;
using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>Timings before and after a rollout, and what they say.</summary>
static class PerformanceLoading
{
    static readonly Duration Before = Duration.FromHours(2);
    static readonly Duration After = Duration.FromMinutes(90);
    static readonly Duration Day = Duration.FromDays(1);

    /// <summary>Reports kept: of the rollouts that people and passes look at these days.</summary>
    const int MostRemembered = 32;

    static readonly ConcurrentDictionary<
        (string? Database, string Projects, Instant Since),
        ((Requests?, Requests?) Mark, BeforeAfterReport Report)
    > Remembered = new();

    /// <summary>The previous rollout, for the daily check; only while a checklist asks for it.</summary>
    public static async Task<RolloutComparison?> Comparison(DutyDb db, DutyFacts facts)
    {
        if (!facts.PerformanceConnected || !Asked(facts))
            return null;
        var rollout = facts.Rollouts.LastOrDefault(r => r.SwitchedAt is not null && r.SwitchedAt + After <= facts.Now);
        // One that was too young at the last check is looked at now.
        if (rollout?.SwitchedAt is not { } since || since + After <= facts.PerformanceCheckedAt)
            return Nothing(facts, rollout);
        var report = await Compare(db, facts.Projects, since, since + After);
        var (before, after) = Windows(since, facts.Now);
        return ComparisonOf.Rollout(rollout, report, before, after);
    }

    /// <summary>The windows that are compared: two hours before the switch, ninety minutes after it or as many as there are.</summary>
    public static (Interval Before, Interval After) Windows(Instant since, Instant now) =>
        (new(since - Before, since), new(since, Instant.Max(since, Instant.Min(now, since + After))));

    /// <summary>
    /// The verdicts about one rollout. Every pass of an open performance check asks for them: those on windows that are
    /// over are remembered as long as no request comes into them.
    /// </summary>
    public static async Task<BeforeAfterReport> Compare(
        DutyDb db,
        IReadOnlyList<int> projects,
        Instant since,
        Instant until
    )
    {
        if (until < since + After)
            return await Fresh(db, projects, since, until);
        var windows = (db.Database.GetConnectionString(), string.Join(' ', projects), since);
        var mark = (
            await RequestsIn(db.TimingsBetween(projects, since - Before, since + After)),
            await RequestsIn(db.TimingsBetween(projects, since - Before - Day, since + After - Day))
        );
        if (Remembered.TryGetValue(windows, out var known) && known.Mark == mark)
            return known.Report;
        var report = await Fresh(db, projects, since, until);
        if (Remembered.Count >= MostRemembered)
            Remembered.Clear();
        Remembered[windows] = (mark, report);
        return report;
    }

    static async Task<BeforeAfterReport> Fresh(DutyDb db, IReadOnlyList<int> projects, Instant since, Instant until)
    {
        var end = Instant.Min(until, since + After);
        var before = await db.Timings(projects, since - Before, since);
        var after = await db.Timings(projects, since, end);
        var dayBefore = await db.Timings(projects, since - Before - Day, end - Day);
        return BeforeAfter.Compare(before, after, dayBefore);
    }

    static bool Asked(DutyFacts facts) =>
        facts.OnDuty.Person is not null
        && facts.Runs.Any(r => r.ClosedAt is null && RuleUses.Of(facts.ChecklistOf(r)) == RuleUse.Performance);

    static RolloutComparison Nothing(DutyFacts facts, Rollout? rollout) =>
        new(
            rollout?.Id ?? 0,
            new(facts.Now, facts.Now),
            new(facts.Now, facts.Now),
            [],
            0,
            "Nothing to compare: no rollout since the last check."
        )
        {
            Found = Compared.NothingNew,
        };

    static async Task<Requests?> RequestsIn(IQueryable<MinuteRow> minutes) =>
        await minutes
            .GroupBy(m => 1)
            .Select(all => new Requests(all.Count(), all.Sum(m => m.Count), all.Sum(m => m.Errors + m.SumMs)))
            .FirstOrDefaultAsync();

    /// <summary>What grows with every request that comes into a window.</summary>
    sealed record Requests(int Rows, double Count, double Weight);
}
