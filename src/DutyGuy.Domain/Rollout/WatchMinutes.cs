using NodaTime;

namespace DutyGuy.Domain;

/// <summary>The strip of the watch: one cell for each minute that is over since the switch.</summary>
static class WatchMinutes
{
    const double ManyErrors = 0.05;

    /// <summary>
    /// A minute without a request cannot be told, nor one in which a source was not heard. One with more than a twentieth of
    /// errors or a new one is worse; so is each from a call on, until the endpoint is measured better again.
    /// </summary>
    public static IReadOnlyList<Tri> Of(WatchEvidence seen, int over, TrafficSeen traffic)
    {
        var calls = seen.Calls.Concat(traffic.Silent).ToList();
        return [.. Enumerable.Range(0, over).Select(minute => Cell(seen, traffic, calls, minute))];
    }

    static Tri Cell(WatchEvidence seen, TrafficSeen traffic, IReadOnlyList<WatchCall> calls, int minute)
    {
        var begin = seen.Watch.First + Duration.FromMinutes(minute);
        if (
            calls.Any(c => c.Minute <= minute + 1 && !WatchJudgement.IsBetter(seen, c, minute))
            || seen.NewErrors.Any(e => EndpointMinute.BeginOf(e.At) == begin)
        )
            return Tri.No;
        if (!traffic.Watched)
            return (seen.ErrorMinutes.Contains(begin) && seen.Errors.Watched) ? Tri.Yes : Tri.CannotTell;
        var at = ProductionWatch.Before + minute;
        var count = seen.Sources.Sum(s => s.Counts[at]);
        if (count > 0 && seen.Sources.SelectMany(s => s.Endpoints).Sum(e => e.Errors[at]) / count > ManyErrors)
            return Tri.No;
        return traffic.Minutes[minute] == Tri.No ? Tri.No
            : count > 0 ? traffic.Minutes[minute]
            : Tri.CannotTell;
    }
}
