using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Compares stored minutes before and after a rollout, by <see cref="RolloutVerdict"/>.</summary>
public static class BeforeAfter
{
    private const int LongestBefore = 240;
    private const int LongestAfter = 240;

    /// <summary>
    /// Minutes before, after, and the same hours of the day before, or nothing. What served after the switch counts as the
    /// new release. Those that got worse come first, by the time they cost.
    /// </summary>
    public static BeforeAfterReport Compare(
        IReadOnlyCollection<EndpointMinute> before,
        IReadOnlyCollection<EndpointMinute> after,
        IReadOnlyCollection<EndpointMinute> dayBefore
    )
    {
        if (after.Count == 0 || before.Count == 0)
            return new(null, []);
        var switched = after.Min(m => m.Minute);
        var frame = new RolloutFrame(
            Math.Min(LongestBefore, MinutesFrom(before.Min(m => m.Minute), switched)),
            Math.Min(LongestAfter, MinutesFrom(switched, after.Max(m => m.Minute)) + 1)
        );
        var timings = new RolloutTimings(frame);
        var requests = new EndpointRequests();
        var all = before.Concat(dayBefore).Concat(after);
        foreach (var one in all.GroupBy(m => m.Endpoint, StringComparer.Ordinal))
        {
            requests.Begin(one.Key);
            foreach (var minute in one)
                Add(requests, frame.TimeOf(MinutesFrom(switched, minute.Minute)), minute.Minute >= switched, minute);
            timings.Add(requests);
        }
        var report = RolloutVerdict.Of(timings);
        return report with
        {
            Endpoints = report
                .Endpoints.OrderByDescending(v => v.Regressed ? v.LostMs : double.NegativeInfinity)
                .ThenByDescending(v => v.Evidence)
                .ThenBy(v => v.Endpoint, StringComparer.Ordinal)
                .ToList(),
        };
    }

    private static int MinutesFrom(Instant from, Instant to) => (int)Math.Floor((to - from).TotalMinutes);

    private static void Add(EndpointRequests requests, int time, bool isNew, EndpointMinute minute)
    {
        if (time < 0)
            return;
        requests.Add(time, isNew, minute.Segment, minute.Count, minute.Errors, minute.SumMs);
        foreach (var (bin, weight) in minute.Histogram.Bins)
            requests.AddBin(bin, weight);
    }
}
