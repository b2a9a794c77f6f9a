using NodaTime;

namespace DutyGuy.Domain;

/// <summary>That a person said which events are one error: what was, so that it can be taken back.</summary>
public sealed record Regrouping
{
    /// <summary>Order in which they were done.</summary>
    public long Id { get; init; }

    /// <summary>Merge or split.</summary>
    public required RegroupingKind Kind { get; init; }

    /// <summary>The fact that tells it; it is taken back by this number.</summary>
    public long Fact { get; init; }

    /// <summary>The error that stayed.</summary>
    public required long Kept { get; init; }

    /// <summary>The one that went into it, or that was split off.</summary>
    public required long Other { get; init; }

    /// <summary>Who did it.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>When it was taken back.</summary>
    public Instant? UndoneAt { get; init; }

    /// <summary>How things were.</summary>
    public required RegroupingNotes Notes { get; init; }

    /// <summary>Until when one press takes it back.</summary>
    public Instant UndoUntil => At + HouseRules.UndoWithin;
}

/// <summary>Two errors became one, or one became two.</summary>
public enum RegroupingKind
{
    /// <summary>Two became one.</summary>
    Merge,

    /// <summary>One became two.</summary>
    Split,
}
