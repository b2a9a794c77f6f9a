using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Somebody said that a pipeline is gone: what it reported before counts no more.</summary>
public sealed record GonePipeline
{
    /// <summary>Order of the presses.</summary>
    public long Id { get; init; }

    /// <summary>The repository.</summary>
    public required string Repository { get; init; }

    /// <summary>The pipeline; empty when there is one only.</summary>
    public required string Pipeline { get; init; }

    /// <summary>Number of the newest result that counts no more.</summary>
    public required long Through { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Who pressed.</summary>
    public required string By { get; init; }
}
