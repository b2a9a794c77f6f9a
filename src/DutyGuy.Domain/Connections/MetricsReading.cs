using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Which minutes of response times are read from where they are kept.</summary>
public static class MetricsReading
{
    /// <summary>The windows that a rollout of now is compared with begin a day and two hours ago; earlier minutes tell nothing.</summary>
    static readonly Duration Back = Duration.FromHours(26);

    /// <summary>The last look at a minute may be under way when the minute ends.</summary>
    static readonly Duration Late = Duration.FromSeconds(15);

    /// <summary>Who did not answer is asked again after this.</summary>
    static readonly Duration Again = Duration.FromSeconds(30);

    /// <summary>The minutes that are over and not kept yet; null when none is, or it is too early to ask again.</summary>
    /// <param name="tried">When it was asked last in vain.</param>
    public static Interval? Due(Instant? readUntil, Instant? tried, Instant now)
    {
        var end = EndpointMinute.BeginOf(now - Late);
        var start = Instant.Max(readUntil ?? Instant.MinValue, EndpointMinute.BeginOf(now - Back));
        return start < end && (tried is null || now - tried >= Again) ? new(start, end) : null;
    }
}
