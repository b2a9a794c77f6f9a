namespace DutyGuy.Domain;

/// <summary>What was done today, by rule.</summary>
static class DoneToday
{
    /// <summary>Ids of the rules that were done; the rollout's by its rollout, the others by their finished checklist.</summary>
    public static IReadOnlySet<string> Rules(DutyFacts facts) =>
        facts.Playbook.Rules.Where(r => IsDone(facts, r)).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);

    static bool IsDone(DutyFacts facts, Rule rule) =>
        RuleUses.Of(facts.Playbook, rule) switch
        {
            RuleUse.Rollout => RolloutDay.Of(facts).IsUsedUp,
            RuleUse.Performance when facts.PerformanceCheckedAt >= facts.StartOfToday => true,
            _ => facts.Runs.Any(r => Finished(facts, r) && IsOf(rule, r)),
        };

    static bool Finished(DutyFacts facts, ChecklistRun run) =>
        run.ClosedAt >= facts.StartOfToday
        && run.End is RunEnd.Finished or RunEnd.ByItself
        && RuleUses.Of(facts.ChecklistOf(run)) != RuleUse.Rollout;

    static bool IsOf(Rule rule, ChecklistRun run) =>
        rule.Id == run.Rule || rule.WhenYes.Any(a => a.Checklist is { } id && id == run.Checklist);
}
