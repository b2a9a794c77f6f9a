namespace DutyGuy.Domain;

/// <summary>The words of the actions, and where each may stand.</summary>
public static class ActionWords
{
    /// <summary>Actions on one error: under <c>for each:</c> only.</summary>
    public static IReadOnlyList<ActionKind> OnErrors { get; } =
    [ActionKind.FindOwner, ActionKind.Poke, ActionKind.Assign, ActionKind.Investigate, ActionKind.FileTicket];

    /// <summary>Actions of <c>do:</c>.</summary>
    public static IReadOnlyList<ActionKind> OfRules { get; } =
    [.. OnErrors, ActionKind.Checklist, ActionKind.WriteLogEntry];

    /// <summary>Actions of <c>run:</c>.</summary>
    public static IReadOnlyList<ActionKind> OfSteps { get; } =
    [
        ActionKind.PostRolloutNotice,
        ActionKind.DeployProduction,
        ActionKind.RerunFailedJobs,
        ActionKind.BisectMain,
        ActionKind.PokeAuthorOfCulprit,
        ActionKind.RevertCulprit,
        ActionKind.CompareEndpoints,
    ];

    /// <summary>Actions of <c>then:</c>.</summary>
    public static IReadOnlyList<ActionKind> OfThen { get; } = [ActionKind.Rerun, ActionKind.Done];

    /// <summary>The words of an action; a checklist is named by its id.</summary>
    public static string Of(ActionKind kind, string? checklist = null) =>
        kind switch
        {
            ActionKind.FindOwner => "find owner",
            ActionKind.Poke => "poke",
            ActionKind.Assign => "assign",
            ActionKind.Investigate => "investigate",
            ActionKind.FileTicket => "file ticket",
            ActionKind.Checklist => $"checklist {checklist}",
            ActionKind.WriteLogEntry => "write log entry",
            ActionKind.PostRolloutNotice => "post rollout notice",
            ActionKind.DeployProduction => "deploy production",
            ActionKind.RerunFailedJobs => "rerun failed jobs",
            ActionKind.BisectMain => "bisect main",
            ActionKind.PokeAuthorOfCulprit => "poke author of culprit",
            ActionKind.RevertCulprit => "revert culprit",
            ActionKind.CompareEndpoints => "compare endpoints across last rollout",
            ActionKind.Rerun => "rerun",
            _ => "done",
        };

    /// <summary>The words of a question.</summary>
    public static string Of(AskKind ask) =>
        ask switch
        {
            AskKind.YesOrNo => "yes or no",
            AskKind.TextToLog => "text to log",
            _ => "real, noise or unsure for each endpoint",
        };
}
