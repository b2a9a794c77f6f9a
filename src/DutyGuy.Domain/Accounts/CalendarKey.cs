using NodaTime;

namespace DutyGuy.Domain;

/// <summary>The secret of a person's calendar addresses; a new one ends those of the one before.</summary>
public sealed record CalendarKey
{
    /// <summary>Whose.</summary>
    public required string Person { get; init; }

    /// <summary>SHA-256 of the secret.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was made.</summary>
    public required Instant CreatedAt { get; init; }
}
