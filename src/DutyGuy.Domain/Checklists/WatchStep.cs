namespace DutyGuy.Domain;

/// <summary>The steps that watch a rollout: their check is <c>rollout health</c>.</summary>
static class WatchStep
{
    /// <summary>Of the checklist of a run.</summary>
    public static IEnumerable<Step> In(DutyFacts facts, ChecklistRun run) =>
        facts.ChecklistOf(run)?.Steps.Where(Is) ?? [];

    /// <summary>Such a step is never ticked because nothing is connected: a person ticks it in their name.</summary>
    public static bool Is(Step step) => step.Check is Condition.Known { Fact: KnownFact.RolloutHealth };

    /// <summary>Ticked in the name of who kept the rollout; null when nobody did.</summary>
    public static StepRecord? Kept(DutyFacts facts, Step step, StepRecord record) =>
        Is(step)
        && facts.Rollouts.LastOrDefault(r => r.Duty == facts.Duty.Id && r.StartedAt >= facts.StartOfToday)
            is { Status: RolloutStatus.Done, KeptBy: { } by } kept
            ? record with
            {
                State = StepState.Done,
                StartedAt = record.StartedAt ?? facts.Now,
                At = facts.Now,
                By = by,
                Answer = $"{facts.NameOf(by)} keeps {kept.Release}.",
            }
            : null;
}
