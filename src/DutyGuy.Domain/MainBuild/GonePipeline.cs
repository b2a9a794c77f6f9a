using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A pipeline is gone: no commit waits for it, and what it did not pass before counts no more.</summary>
public sealed record GonePipeline
{
    /// <summary>Nobody had to say it: it had passed, and newer commits waited too long for it.</summary>
    public const string ByItself = "by itself";

    /// <summary>Order of the presses.</summary>
    public long Id { get; init; }

    /// <summary>The repository.</summary>
    public required string Repository { get; init; }

    /// <summary>The pipeline; empty when there is one only.</summary>
    public required string Pipeline { get; init; }

    /// <summary>"e2e of shop", or "CI of shop".</summary>
    public string Words => Pipeline.Length > 0 ? $"{Pipeline} of {Repository}" : $"CI of {Repository}";

    /// <summary>Number of the newest result that counts no more.</summary>
    public required long Through { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Who pressed, or <see cref="ByItself"/>.</summary>
    public required string By { get; init; }
}
