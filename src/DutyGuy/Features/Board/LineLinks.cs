using DutyGuy.Domain;

namespace DutyGuy.Features.Board;

/// <summary>Where the button of a line leads, and what it says.</summary>
static class LineLinks
{
    public static string Href(BoardLine line) =>
        line switch
        {
            { Rollout: { } rollout } => $"/rollouts/{rollout}",
            { State: LineState.CannotTell } => "/settings#connections",
            { Subject: { } error } => $"/triage?error={error}",
            { Actions: [AfterRollBack.SayWhatMended] } => "/rollout#mended",
            { Actions: [AfterRollBack.WentOut] } => "/rollout",
            { Use: RuleUse.Rollout } => "/rollout",
            { Use: RuleUse.Performance } => "/performance",
            { Environment: not null } => "/triage",
            _ => $"/playbook#{line.Rule}",
        };

    public static string Verb(BoardLine line) =>
        line switch
        {
            { Rollout: not null } => "Look at it",
            { State: LineState.CannotTell } => "Test the connection",
            { Actions: ["ask"] } => "Ask",
            { Subject: not null } when IsWriteUp(line) => "Write up",
            { Subject: not null } when IsOwner(line) => "Find an owner",
            { Subject: not null } => "Open it",
            { Actions: [AfterRollBack.SayWhatMended] } => "Say what mended it",
            { Actions: [AfterRollBack.WentOut] } => "Go to the rollout",
            { Use: RuleUse.Rollout } => "Go to the rollout",
            { Use: RuleUse.Performance } => "Start the check",
            { Environment: not null } => "See them",
            _ => "See the rule",
        };

    /// <summary>Whether it asks what was found.</summary>
    public static bool IsWriteUp(BoardLine line) => line.Title.StartsWith("Write up:", StringComparison.Ordinal);

    /// <summary>Whether it asks who mends it.</summary>
    public static bool IsOwner(BoardLine line) => line.Title.StartsWith("Find an owner:", StringComparison.Ordinal);
}
