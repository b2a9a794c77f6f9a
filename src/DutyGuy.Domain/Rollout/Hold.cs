using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Nothing ships while it stands.</summary>
public sealed record Hold
{
    /// <summary>Number of the hold.</summary>
    public long Id { get; init; }

    /// <summary>Why.</summary>
    public required string Why { get; init; }

    /// <summary>The service held; null for all.</summary>
    public string? Service { get; init; }

    /// <summary>When it expires by itself; null until lifted.</summary>
    public Instant? Until { get; init; }

    /// <summary>Who set it.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>The rollout whose roll back left it.</summary>
    public long? RolloutId { get; init; }

    /// <summary>The commit that was rolled back: nothing that contains it ships.</summary>
    public string? Commit { get; init; }

    /// <summary>When it was lifted.</summary>
    public Instant? LiftedAt { get; init; }

    /// <summary>Who lifted it.</summary>
    public string? LiftedBy { get; init; }

    /// <summary>What was said when it was lifted ("reverted", "fixed in ...").</summary>
    public string? LiftedWhy { get; init; }

    /// <summary>What mended the rolled-back commit.</summary>
    public Mended? Mended { get; init; }

    /// <summary>The commit that mended it; null when it was not the code.</summary>
    public string? MendedBy { get; init; }

    /// <summary>Left by a roll back: it is lifted by saying what mended what was rolled back, and by nothing else.</summary>
    public bool IsRejection => RolloutId is not null;

    /// <summary>Whether it stands at an instant.</summary>
    public bool StandsAt(Instant now) => LiftedAt is null && (Until is null || now < Until);
}

/// <summary>What became of a change that was rolled back.</summary>
public enum Mended
{
    /// <summary>A commit takes it back.</summary>
    Reverted,

    /// <summary>A commit mends it.</summary>
    Fixed,

    /// <summary>The cause lay elsewhere.</summary>
    NotTheCode,
}
