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

/// <summary>Why a swap is refused, in words for the person. A closed family.</summary>
public abstract record SwapRefusal(string Text)
{
    /// <summary>The date is not the turn of the person who would give it away.</summary>
    public sealed record NotTheirTurn(string Person, LocalDate Date)
        : SwapRefusal($"{Date:uuuu-MM-dd} is not {Person}'s turn. Look at the rota and choose another date.");

    /// <summary>The turn is over.</summary>
    public sealed record DatePassed(LocalDate Date)
        : SwapRefusal($"The turn of {Date:uuuu-MM-dd} has passed. Choose a date to come.");

    /// <summary>The person who would have the turn is away on that date, or does not take part.</summary>
    public sealed record Away(string Person, LocalDate Date)
        : SwapRefusal($"{Person} is away on {Date:uuuu-MM-dd}. Ask somebody else or choose another date.");

    /// <summary>A swap with oneself.</summary>
    public sealed record WithOneself() : SwapRefusal("A swap needs another person.");

    /// <summary>The answer of a swap belongs to another person.</summary>
    public sealed record NotYours(string Who) : SwapRefusal($"Only {Who} can do this.");

    /// <summary>The swap was answered or withdrawn before.</summary>
    public sealed record AlreadyDecided(SwapState State)
        : SwapRefusal($"This swap is already {State.ToString().ToLowerInvariant()}. Offer a new one.");
}

/// <summary>What comes of an act on a swap. A closed family.</summary>
public abstract record SwapOutcome
{
    /// <summary>Done. The overrides and the take-over (when the turn is running) are to be stored; warnings are for both persons.</summary>
    public sealed record Done(
        Swap Swap,
        IReadOnlyList<TurnOverride> Overrides,
        DutyAct.TookOver? TakeOver,
        IReadOnlyList<string> Warnings
    ) : SwapOutcome;

    /// <summary>Refused; nothing changes.</summary>
    public sealed record Refused(SwapRefusal Why) : SwapOutcome;
}
