namespace DutyGuy.Domain;

/// <summary>Something that a rule or a step does. <paramref name="Checklist"/> is set for <see cref="ActionKind.Checklist"/> only.</summary>
public sealed record PlaybookAction(ActionKind Kind, string? Checklist = null)
{
    /// <summary>As the playbook words it, such as <c>find owner</c> or <c>checklist rollout</c>.</summary>
    public string Words { get; } = ActionWords.Of(Kind, Checklist);

    /// <inheritdoc/>
    public override string ToString() => Words;
}

/// <summary>All actions that a playbook can name; there are no others.</summary>
public enum ActionKind
{
    /// <summary><c>find owner</c> (of an error)</summary>
    FindOwner,

    /// <summary><c>poke</c> (the owner of an error)</summary>
    Poke,

    /// <summary><c>assign</c> (an error)</summary>
    Assign,

    /// <summary><c>investigate</c> (an error)</summary>
    Investigate,

    /// <summary><c>file ticket</c> (with the conclusions on an error)</summary>
    FileTicket,

    /// <summary><c>checklist ID</c></summary>
    Checklist,

    /// <summary><c>write log entry</c></summary>
    WriteLogEntry,

    /// <summary><c>post rollout notice</c></summary>
    PostRolloutNotice,

    /// <summary><c>deploy production</c></summary>
    DeployProduction,

    /// <summary><c>rerun failed jobs</c></summary>
    RerunFailedJobs,

    /// <summary><c>bisect main</c></summary>
    BisectMain,

    /// <summary><c>poke author of culprit</c></summary>
    PokeAuthorOfCulprit,

    /// <summary><c>revert culprit</c></summary>
    RevertCulprit,

    /// <summary><c>compare endpoints across last rollout</c></summary>
    CompareEndpoints,

    /// <summary><c>rerun</c> (in <c>then:</c>: the failed jobs)</summary>
    Rerun,

    /// <summary><c>done</c> (in <c>then:</c>: the checklist)</summary>
    Done,
}
