namespace DutyGuy.Domain;

/// <summary>Which facts are connected at all, and which of the connected cannot be seen.</summary>
internal static class Watching
{
    /// <summary>Is every source that the rule needs connected?</summary>
    public static bool Of(Rule rule, Playbook playbook, Situation at) =>
        Of(rule.While, at)
        && Of(rule.If, at)
        && (rule.ForEach is null || Of(rule.ForEach, at))
        && (at.PerformanceConnected || !NeedsPerformance(rule, playbook));

    /// <summary>Is every source that the condition asks connected?</summary>
    public static bool Of(Condition? condition, Situation at) =>
        condition switch
        {
            Condition.Not c => Of(c.Inner, at),
            Condition.And c => Of(c.Left, at) && Of(c.Right, at),
            Condition.Or c => Of(c.Left, at) && Of(c.Right, at),
            Condition.MainIs => at.Main != MainColour.NotConnected,
            Condition.Requests c => at.RequestsPerMinute.ContainsKey(c.Environment),
            Condition.Count c => Of(c.Selection, at),
            Condition.Known c => Of(c.Fact, at),
            _ => true,
        };

    private static bool Of(Selection selection, Situation at) =>
        (at.UnconnectedEnvironments.Count == 0 || !at.UnconnectedEnvironments.Contains(selection.Environment))
        && Of(selection.Where, at);

    private static bool Of(KnownFact fact, Situation at) =>
        fact switch
        {
            KnownFact.CiPassingAtCandidate or KnownFact.FailingTestsKnownFlaky => at.Main != MainColour.NotConnected,
            KnownFact.EveryRealRegressionAssigned => at.PerformanceConnected,
            KnownFact.RolloutHealth => at.PerformanceConnected
                || !at.UnconnectedEnvironments.Contains(Environments.Production),
            _ => true,
        };

    // A checklist that compares endpoints is about performance: without measures it has nothing to say.
    private static bool NeedsPerformance(Rule rule, Playbook playbook) =>
        rule.WhenYes.Any(action =>
            action.Checklist is { } id
            && playbook.Checklists.TryGetValue(id, out var checklist)
            && RuleUses.Of(checklist) == RuleUse.Performance
        );

    /// <summary>The first fact of the condition that cannot be seen.</summary>
    public static UnseenFact? Unseen(Condition? condition, Situation at, ErrorInSituation? error) =>
        condition switch
        {
            null => null,
            Condition.Not c => Unseen(c.Inner, at, error),
            Condition.And c => Unseen(c.Left, at, error) ?? Unseen(c.Right, at, error),
            Condition.Or c => Unseen(c.Left, at, error) ?? Unseen(c.Right, at, error),
            _ => Truth.Of(condition, at, error) == Tri.CannotTell ? Fact(condition, at) : null,
        };

    /// <summary>The errors of an environment that cannot be seen.</summary>
    public static UnseenFact Errors(string environment, Situation at) =>
        new($"errors in {environment}", at.UnseenEnvironments.TryGetValue(environment, out var since) ? since : null);

    private static UnseenFact Fact(Condition condition, Situation at) =>
        condition switch
        {
            Condition.MainIs => new("ci main", at.MainUnseenSince),
            Condition.Count c => Errors(c.Selection.Environment, at),
            Condition.Requests c => new(
                $"requests in {c.Environment}",
                at.RequestsUnseenSince.TryGetValue(c.Environment, out var since) ? since : null
            ),
            _ => new(PlaybookSentences.Of(condition)),
        };
}
