using NodaTime;

namespace DutyGuy.Domain;

/// <summary>All durations of one endpoint before and after a rollout, and how often it is called.</summary>
/// <param name="RequestsADay">Requests of the 24 hours up to the end of what was compared.</param>
public sealed record EndpointDurations(DurationHistogram Before, DurationHistogram After, double RequestsADay)
{
    /// <summary>From the minutes of the endpoint round the switch-over.</summary>
    public static EndpointDurations Of(IEnumerable<EndpointMinute> minutes, Instant since, double requestsADay)
    {
        var (before, after) = (new DurationHistogram(), new DurationHistogram());
        foreach (var minute in minutes)
            (minute.Minute < since ? before : after).Merge(minute.Histogram);
        return new(before, after, requestsADay);
    }
}
