using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Stored minutes as the timings of one rollout.</summary>
public static class StoredMinutes
{
    /// <summary>What was served around the switch-over.</summary>
    /// <param name="frame">The minutes that are compared.</param>
    /// <param name="switched">The first minute after the switch-over.</param>
    /// <param name="minutes">What is stored.</param>
    /// <param name="isNew">Served by the new release; left out: all from that minute on.</param>
    /// <param name="watching">It will be looked at minute by minute.</param>
    internal static RolloutTimings Timings(
        RolloutFrame frame,
        Instant switched,
        IEnumerable<EndpointMinute> minutes,
        Func<EndpointMinute, bool>? isNew = null,
        bool watching = false
    )
    {
        isNew ??= minute => minute.Minute >= switched;
        var timings = new RolloutTimings(frame, watching);
        var requests = new EndpointRequests();
        foreach (var endpoint in minutes.GroupBy(m => m.Endpoint, StringComparer.Ordinal))
        {
            requests.Begin(endpoint.Key);
            foreach (var minute in endpoint)
                Add(requests, frame.TimeOf(MinutesFrom(switched, minute.Minute)), isNew(minute), minute);
            timings.Add(requests);
        }
        return timings;
    }

    /// <summary>Whole minutes.</summary>
    public static int MinutesFrom(Instant from, Instant to) => (int)Math.Floor((to - from).TotalMinutes);

    private static void Add(EndpointRequests requests, int time, bool isNew, EndpointMinute minute)
    {
        // A minute that was told with no request says that the source was heard, and nothing of durations.
        if (time < 0 || minute.Count <= 0)
            return;
        requests.Add(time, isNew, minute.Segment, minute.Count, minute.Errors, minute.SumMs);
        foreach (var (bin, weight) in minute.Histogram.Bins)
            requests.AddBin(bin, weight);
    }
}
