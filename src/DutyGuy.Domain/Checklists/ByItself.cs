namespace DutyGuy.Domain;

/// <summary>Actions that only read run by themselves; here is what they say.</summary>
public static class ByItself
{
    /// <summary>Whether the action never waits for a press.</summary>
    public static bool Runs(ActionKind action) => action is ActionKind.BisectMain or ActionKind.CompareEndpoints;

    /// <summary>What a read-only action found; null when it is none, or cannot say yet.</summary>
    public static string? Answer(DutyFacts facts, ActionKind action) =>
        action switch
        {
            ActionKind.BisectMain => Culprit.Of(facts)?.Sentence,
            ActionKind.CompareEndpoints => facts.Comparison?.Answer,
            _ => null,
        };

    /// <summary>What a person does where nothing is connected that could do it.</summary>
    public static string Hand(ActionKind action) =>
        action switch
        {
            ActionKind.RerunFailedJobs => "By hand: press “rerun failed jobs” in your CI once.",
            ActionKind.BisectMain => "By hand: git bisect between the last green and the first red commit.",
            ActionKind.PokeAuthorOfCulprit => "By hand: ask the author of the first bad commit.",
            ActionKind.RevertCulprit => "By hand: git revert the first bad commit and push it.",
            ActionKind.DeployProduction => "By hand: deploy as you do, then tell it with POST /api/v1/rollouts.",
            ActionKind.PostRolloutNotice => "By hand: tell the team what ships and that you watch.",
            _ => "By hand.",
        };
}
