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
            Math.Min(LongestBefore, StoredMinutes.MinutesFrom(before.Min(m => m.Minute), switched)),
            Math.Min(LongestAfter, StoredMinutes.MinutesFrom(switched, after.Max(m => m.Minute)) + 1)
        );
        var timings = StoredMinutes.Timings(frame, switched, before.Concat(dayBefore).Concat(after));
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
}
