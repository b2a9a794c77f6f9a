using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What a person did about a turn, as a fact.</summary>
public sealed record TurnAct
{
    /// <summary>Order of the acts.</summary>
    public long Id { get; init; }

    /// <summary>The duty.</summary>
    public required string Duty { get; init; }

    /// <summary>What was done.</summary>
    public required TurnActKind Kind { get; init; }

    /// <summary>By whom.</summary>
    public required string Person { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Why (an early end).</summary>
    public string? Reason { get; init; }
}

/// <summary>Acts about a turn.</summary>
public enum TurnActKind
{
    /// <summary>Start my duty: hello, and the last entry is read.</summary>
    Started,

    /// <summary>Took over from whoever held it.</summary>
    TookOver,

    /// <summary>Ended it before its time.</summary>
    Ended,
}
