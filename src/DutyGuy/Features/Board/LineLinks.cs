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
            { Rule: "rollout" } => "/rollout",
            { Rule: "performance" } => "/performance",
            { Environment: not null } => "/triage",
            _ => $"/playbook#{line.Rule}",
        };

    public static string Verb(BoardLine line) =>
        line switch
        {
            { Rollout: not null } => "Look at it",
            { State: LineState.CannotTell } => "Test the connection",
            { Actions: ["ask"] } => "Ask",
            { Subject: not null } when line.Title.StartsWith("Write", StringComparison.Ordinal) => "Write up",
            { Subject: not null } => "Find an owner",
            { Actions: [AfterRollBack.SayWhatMended] } => "Say what mended it",
            { Actions: [AfterRollBack.WentOut] } => "Go to the rollout",
            { Rule: "rollout" } => "Go to the rollout",
            { Rule: "performance" } => "Start the check",
            _ => "See the rule",
        };
}
