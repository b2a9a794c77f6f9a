using NodaTime;

namespace DutyGuy.Domain;

/// <summary>The requests of one endpoint, release and segment in one minute.</summary>
public sealed record EndpointMinute
{
    /// <summary>Project or service that served.</summary>
    public required string Service { get; init; }

    /// <summary>Environment, as the sender names it.</summary>
    public required string Environment { get; init; }

    /// <summary>Route with its method.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Release that served; empty when not told.</summary>
    public string Release { get; init; } = "";

    /// <summary>Class of customer; `-` = none.</summary>
    public string Segment { get; init; } = "-";

    /// <summary>Beginning of the minute.</summary>
    public required Instant Minute { get; init; }

    /// <summary>Requests, scaled by the sample rate.</summary>
    public required double Count { get; init; }

    /// <summary>Those answered with 5xx (they are in the other figures too).</summary>
    public required double Errors { get; init; }

    /// <summary>Total duration in milliseconds.</summary>
    public required double SumMs { get; init; }

    /// <summary>Durations.</summary>
    public required DurationHistogram Histogram { get; init; }

    /// <summary>Beginning of the minute that an instant lies in.</summary>
    public static Instant BeginOf(Instant at) => Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds() / 60 * 60);

    /// <summary>False when a sample rate was not told: then `Count` must not serve `requests in ENV`.</summary>
    public bool CountIsTrue { get; init; } = true;
}
