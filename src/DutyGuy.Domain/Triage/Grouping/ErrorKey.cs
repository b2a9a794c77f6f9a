using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A key by which events of a project and environment are found to belong to an error (see <see cref="ErrorKeys"/>).</summary>
public sealed record ErrorKey
{
    /// <summary>The project.</summary>
    public required int Project { get; init; }

    /// <summary>The environment.</summary>
    public required string Environment { get; init; }

    /// <summary>32 hex digits.</summary>
    public required string Key { get; init; }

    /// <summary>The error that knows it; <see cref="Several"/> for a trace that two errors left.</summary>
    public required long ErrorId { get; init; }

    /// <summary>Since when.</summary>
    public required Instant At { get; init; }

    /// <summary>Which version of the grouping made it.</summary>
    public int Version { get; init; } = ErrorKeys.Version;

    /// <summary>No error: a trace that two left says nothing.</summary>
    public const long Several = 0;
}
