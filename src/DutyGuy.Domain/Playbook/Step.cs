using NodaTime;

namespace DutyGuy.Domain;

/// <summary>One step of a checklist.</summary>
public sealed record Step
{
    /// <summary>Stable within its checklist, so that measures survive rewording.</summary>
    public required string Id { get; init; }

    /// <summary>The sentence that people read.</summary>
    public required string Text { get; init; }

    /// <summary>The prose under the step; may be empty.</summary>
    public string Why { get; init; } = "";

    /// <summary><c>check:</c> the step ticks itself when this holds.</summary>
    public Condition? Check { get; init; }

    /// <summary><c>run:</c> what the step does.</summary>
    public PlaybookAction? Run { get; init; }

    /// <summary><c>ask:</c> what a person answers.</summary>
    public AskKind? Ask { get; init; }

    /// <summary><c>wait:</c> how long the check must be watched, or the step lasts.</summary>
    public Duration? Wait { get; init; }

    /// <summary><c>confirm</c>: the press is asked for twice.</summary>
    public bool Confirm { get; init; }

    /// <summary><c>then:</c> what follows when the check holds.</summary>
    public IReadOnlyList<PlaybookAction> Then { get; init; } = [];
}

/// <summary>The questions that a step can ask.</summary>
public enum AskKind
{
    /// <summary><c>yes or no</c></summary>
    YesOrNo,

    /// <summary><c>text to log</c>: words that go into the entry.</summary>
    TextToLog,

    /// <summary><c>real, noise or unsure for each endpoint</c></summary>
    VerdictForEachEndpoint,
}
