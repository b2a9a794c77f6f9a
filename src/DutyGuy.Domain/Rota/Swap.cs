using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Where a swap stands.</summary>
public enum SwapState
{
    /// <summary>Waits for the other person.</summary>
    Offered,

    /// <summary>Both agree; the rota follows it.</summary>
    Accepted,

    /// <summary>The other person said no.</summary>
    Declined,

    /// <summary>The person who offered took it back.</summary>
    Withdrawn,
}

/// <summary>From asks With to take the turn of Date; for WithDate in return, or for nothing.</summary>
public sealed record Swap(
    string Id,
    string Duty,
    LocalDate Date,
    string From,
    string With,
    LocalDate? WithDate,
    SwapState State,
    Instant OfferedAt,
    Instant? DecidedAt = null
);

/// <summary>
/// What is to be stored: the swap, the overrides when accepted, and whether With takes over at once, because the turn is running.
/// Warnings are for both persons.
/// </summary>
public sealed record SwapDone(
    Swap Swap,
    IReadOnlyList<TurnOverride> Overrides,
    bool TakesOver,
    IReadOnlyList<string> Warnings
);
