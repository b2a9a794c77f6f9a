using System.Collections.Concurrent;
using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>What each source of response times told around a rollout, remembered until another request comes.</summary>
static class WatchSources
{
    const int MostRemembered = 8;

    static readonly ConcurrentDictionary<(string? Database, string Projects, ProductionWatch), Known> Remembered =
        new();

    /// <summary>The requests by source, and which release they carry.</summary>
    public static async Task<Counted> Of(
        DutyDb db,
        DutyFacts facts,
        ProductionWatch watch,
        int over,
        (string? Database, string Projects, ProductionWatch) key
    )
    {
        var mark = await WatchRows.Mark(db, facts, watch, over);
        var known = Remembered.GetValueOrDefault(key);
        if (known?.Mark == mark && known?.Over == over)
            return known.Counted;
        var after = await WatchRows.Today(db, facts, watch, 0, over);
        var before = (mark?.Rows ?? 0) - after.Count;
        // The hours before seldom change: they are read again with each minute, or when more of them have come.
        var (earlier, days) =
            known is not null && known.Over == over && known.Before.Count == before
                ? (known.Before, known.Days)
                : (
                    await WatchRows.Today(db, facts, watch, -ProductionWatch.Before, 0),
                    await WatchRows.Days(db, facts, watch)
                );
        var counted = Count([.. earlier, .. after], days, watch, over);
        if (Remembered.Count >= MostRemembered)
            Remembered.Clear();
        Remembered[key] = new(mark, over, earlier, days, counted);
        return counted;
    }

    static Counted Count(
        IReadOnlyList<ServedRow> rows,
        Dictionary<(int, string), (double Before, double After)> days,
        ProductionWatch watch,
        int over
    ) =>
        new(
            rows.GroupBy(r => r.Project).ToDictionary(p => p.Key, p => Source([.. p], days, watch, over)),
            [
                .. rows.Where(r => r.Minute >= watch.First && r.Release.Length > 0)
                    .GroupBy(r => (Minute: StoredMinutes.MinutesFrom(watch.First, r.Minute), r.Release))
                    .Select(r => new ReleaseMinute(r.Key.Minute, r.Key.Release, r.Sum(x => x.Count))),
            ]
        );

    /// <summary>The sources as they are heard: those of the last day, and those that are counted.</summary>
    public static IReadOnlyList<SourceTraffic> Heard(
        Counted counted,
        DutyFacts facts,
        ProductionWatch watch,
        int over,
        ILookup<int, Instant> errors
    ) =>
        [
            .. facts
                .Sources.Where(s => s.Environment == Environments.Production)
                .Where(s => s.Times(facts.Now) || counted.Sources.ContainsKey(s.Project))
                .Select(s => (Seen: s, Counted: counted.Sources.GetValueOrDefault(s.Project, CountedSource.Nothing)))
                .Select(s => new SourceTraffic(
                    new()
                    {
                        Name = s.Seen.Name,
                        Polled = s.Seen.Polled,
                        Delay = s.Seen.Delay,
                        Told = s.Counted.Told,
                        Signs = s.Seen.Polled ? [] : errors[s.Seen.Project].ToHashSet(),
                    },
                    s.Counted.Endpoints,
                    watch,
                    over
                )),
        ];

    static CountedSource Source(
        IReadOnlyList<ServedRow> rows,
        Dictionary<(int, string), (double Before, double After)> days,
        ProductionWatch watch,
        int over
    ) =>
        new(
            rows.GroupBy(r => r.Minute).ToDictionary(m => m.Key, m => m.Sum(r => r.Count)),
            [.. rows.GroupBy(r => r.Endpoint, StringComparer.Ordinal).Select(e => Endpoint(e, days, watch, over))]
        );

    static EndpointTraffic Endpoint(
        IGrouping<string, ServedRow> rows,
        Dictionary<(int, string), (double Before, double After)> days,
        ProductionWatch watch,
        int over
    )
    {
        var minutes = ProductionWatch.Before + over;
        var (counts, errors, sums) = (new double[minutes], new double[minutes], new double[minutes]);
        foreach (var row in rows)
        {
            var at = ProductionWatch.Before + StoredMinutes.MinutesFrom(watch.First, row.Minute);
            counts[at] += row.Count;
            errors[at] += row.Errors;
            sums[at] += row.SumMs;
        }
        var (before, after) = days.GetValueOrDefault((rows.First().Project, rows.Key));
        return new(rows.Key, counts, errors, sums) { DaysBefore = before, DaysAfter = after };
    }

    sealed record Known(
        ServedMark? Mark,
        int Over,
        List<ServedRow> Before,
        Dictionary<(int, string), (double Before, double After)> Days,
        Counted Counted
    );
}

/// <summary>What was counted around a rollout, by project, and the releases after the switch-over.</summary>
sealed record Counted(IReadOnlyDictionary<int, CountedSource> Sources, IReadOnlyList<ReleaseMinute> Releases);

/// <summary>The minutes of one project and its endpoints.</summary>
sealed record CountedSource(IReadOnlyDictionary<Instant, double> Told, IReadOnlyList<EndpointTraffic> Endpoints)
{
    public static CountedSource Nothing { get; } = new(new Dictionary<Instant, double>(), []);
}
