using NodaTime;

namespace DutyGuy.Domain;

/// <summary>When a project was last heard of in an environment.</summary>
/// <param name="Project">Its number.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Environment">The environment.</param>
public sealed record SourceSeen(int Project, string Name, string Environment)
{
    /// <summary>Response times older than this are no source any more.</summary>
    public static readonly Duration Lately = Duration.FromDays(1);

    static readonly Duration Patience = Duration.FromMinutes(SourceMinutes.Patience);

    /// <summary>Its response times are asked for, by a connection; what it sends itself are errors.</summary>
    public bool Polled { get; init; }

    /// <summary>Whole minutes that its response times usually come late.</summary>
    public int Delay { get; init; }

    /// <summary>The end of the last minute of response times; null when none ever came.</summary>
    public Instant? LastTimings { get; init; }

    /// <summary>When the last error came; null when none ever did.</summary>
    public Instant? LastError { get; init; }

    /// <summary>It sent response times within the last day.</summary>
    public bool Times(Instant now) => LastTimings > now - Lately;

    /// <summary>Whether no new error would be news: the project itself sent anything within three minutes.</summary>
    public bool TellsErrors(Instant now) =>
        LastError > now - Patience || (!Polled && LastTimings + Duration.FromMinutes(Delay) > now - Patience);

    /// <summary>The last sign of the project itself.</summary>
    public Instant? LastSign => Polled ? LastError : new[] { LastError, LastTimings }.Max();
}
