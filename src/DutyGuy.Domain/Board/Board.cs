using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What to do now, first things first; derived from the facts, never stored.</summary>
/// <param name="Now">The moment.</param>
/// <param name="OnDuty">Who is on duty; no lines while nobody is.</param>
/// <param name="Lines">What the duty must do, in order.</param>
/// <param name="Others">Poked and owned errors: somebody else's.</param>
/// <param name="NotWatched">What was never connected: no lines, no gates.</param>
public sealed record Board(
    Instant Now,
    OnDutyAnswer OnDuty,
    IReadOnlyList<BoardLine> Lines,
    IReadOnlyList<BoardLine> Others,
    IReadOnlyList<string> NotWatched
)
{
    /// <summary>Lines that wait for green, and for nothing else.</summary>
    public int Waiting => Lines.Count(l => l.State == LineState.Waiting);

    /// <summary>The alarm of a rollout; null when there is none.</summary>
    public RolloutAlarm? Alarm { get; init; }

    /// <summary>Lines to do now.</summary>
    public int ToDo => Lines.Count(l => l.State == LineState.Now);
}

/// <summary>One line: verb and thing, why, since when, and what can be pressed.</summary>
public sealed record BoardLine
{
    /// <summary>Id of the rule that asks for it.</summary>
    public required string Rule { get; init; }

    /// <summary>Id of the error; null when it is about nothing in particular.</summary>
    public string? Subject { get; init; }

    /// <summary>Verb and thing: "Find an owner: reminder job times out".</summary>
    public required string Title { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string Why { get; init; }

    /// <summary>Since when it is so; null when that has no meaning.</summary>
    public Instant? Since { get; init; }

    /// <summary>To do now, waiting for green, or cannot tell.</summary>
    public required LineState State { get; init; }

    /// <summary>Actions in the playbook's words, those still to do.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>The open run of its checklist.</summary>
    public long? ChecklistRun { get; init; }

    /// <summary>The rollout that it is about.</summary>
    public long? Rollout { get; init; }

    /// <summary>The person it waits for (others), or who should be asked.</summary>
    public string? Person { get; init; }

    /// <summary>Environment of the error.</summary>
    public string? Environment { get; init; }

    /// <summary>What its checklist is for, whatever the playbook calls it.</summary>
    public RuleUse Use { get; init; }

    /// <summary>The question that alone is open: everything else of the checklist is done.</summary>
    public string? Question { get; init; }

    /// <summary>How many errors the line stands for (a baseline).</summary>
    public int Count { get; init; } = 1;

    /// <summary>The repository that no duty looks after, when the line is about one.</summary>
    public string? Repository { get; init; }

    /// <summary>The project that no duty looks after, when the line is about one.</summary>
    public string? Project { get; init; }
}

/// <summary>How a line of the board stands.</summary>
public enum LineState
{
    /// <summary>To do now.</summary>
    Now,

    /// <summary>Waits for green.</summary>
    Waiting,

    /// <summary>A source cannot be seen.</summary>
    CannotTell,
}
