using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What happened to one step of a run.</summary>
public sealed record StepRecord
{
    /// <summary>The step's stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Where it stands.</summary>
    public StepState State { get; init; }

    /// <summary>When somebody first touched it, or it began to run or wait.</summary>
    public Instant? StartedAt { get; init; }

    /// <summary>When it was done, skipped or failed.</summary>
    public Instant? At { get; init; }

    /// <summary>Who; null when by itself.</summary>
    public string? By { get; init; }

    /// <summary>What ticked or left it out when nobody did, such as <c>check: main is passing</c>.</summary>
    public string? ByItself { get; init; }

    /// <summary>The answer to its question, or what its action said.</summary>
    public string? Answer { get; init; }

    /// <summary>Why it was skipped.</summary>
    public string? Reason { get; init; }

    /// <summary>Nothing more is to do.</summary>
    public bool IsOver => State is StepState.Done or StepState.Skipped;
}

/// <summary>Where a step stands.</summary>
public enum StepState
{
    /// <summary>Nothing happened yet.</summary>
    Open,

    /// <summary>Its action runs, or its time runs.</summary>
    Running,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Left out, with a reason.</summary>
    Skipped,

    /// <summary>Its action failed.</summary>
    Failed,
}
