using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>The requests around a rollout, without their durations.</summary>
static class WatchRows
{
    /// <summary>The day before, and the same day of the week before.</summary>
    static readonly Duration[] DaysBefore = [Duration.FromDays(1), Duration.FromDays(7)];

    /// <summary>Of some minutes, counted from the switch-over.</summary>
    public static Task<List<ServedRow>> Today(DutyDb db, DutyFacts facts, ProductionWatch watch, int from, int to) =>
        db.TimingsBetween(
                facts.Projects,
                watch.First + Duration.FromMinutes(from),
                watch.First + Duration.FromMinutes(to)
            )
            .Select(m => new ServedRow(m.Project, m.Endpoint, m.Release, m.Minute, m.Count, m.Errors, m.SumMs))
            .ToListAsync();

    /// <summary>How many there are: what was counted is not read again.</summary>
    public static async Task<ServedMark?> Mark(DutyDb db, DutyFacts facts, ProductionWatch watch, int over) =>
        await db.TimingsBetween(facts.Projects, Begin(watch), watch.First + Duration.FromMinutes(over))
            .GroupBy(m => 1)
            .Select(all => new ServedMark(all.Count(), all.Sum(m => m.Count), all.Sum(m => m.Errors + m.SumMs)))
            .FirstOrDefaultAsync();

    /// <summary>The requests of the days before in the two hours and in the minutes of the watch.</summary>
    public static async Task<Dictionary<(int, string), (double Before, double After)>> Days(
        DutyDb db,
        DutyFacts facts,
        ProductionWatch watch
    )
    {
        var all = new Dictionary<(int, string), (double Before, double After)>();
        foreach (var ago in DaysBefore)
        {
            var first = watch.First - ago;
            foreach (var row in await Sums(db, facts, Begin(watch) - ago, first))
                all[(row.Project, row.Endpoint)] = Plus(row, row.Count, 0);
            foreach (var row in await Sums(db, facts, first, first + Duration.FromMinutes(watch.Total)))
                all[(row.Project, row.Endpoint)] = Plus(row, 0, row.Count);
        }
        return all;

        (double, double) Plus(EndpointSum row, double before, double after)
        {
            var known = all.GetValueOrDefault((row.Project, row.Endpoint));
            return (known.Before + before, known.After + after);
        }
    }

    static Task<List<EndpointSum>> Sums(DutyDb db, DutyFacts facts, Instant from, Instant to) =>
        db.TimingsBetween(facts.Projects, from, to)
            .GroupBy(m => new { m.Project, m.Endpoint })
            .Select(g => new EndpointSum(g.Key.Project, g.Key.Endpoint, g.Sum(m => m.Count)))
            .ToListAsync();

    static Instant Begin(ProductionWatch watch) => watch.First - Duration.FromMinutes(ProductionWatch.Before);

    sealed record EndpointSum(int Project, string Endpoint, double Count);
}

/// <summary>The requests of an endpoint, release and segment in one minute.</summary>
sealed record ServedRow(
    int Project,
    string Endpoint,
    string Release,
    Instant Minute,
    double Count,
    double Errors,
    double SumMs
);

/// <summary>What grows with every request that comes.</summary>
sealed record ServedMark(int Rows, double Count, double Weight);
