namespace DutyGuy.Domain;

/// <summary>The steps that the press on the rollout button does: they follow the rollout of the day.</summary>
static class RolloutSteps
{
    public static StepRecord Of(DutyFacts facts, Step step, StepRecord record)
    {
        var rollout = facts.Rollouts.LastOrDefault(r => r.Duty == facts.Duty.Id && r.StartedAt >= facts.StartOfToday);
        if (rollout is null)
            return record;
        var touched = record with { By = rollout.StartedBy, StartedAt = rollout.StartedAt };
        if (step.Run?.Kind == ActionKind.PostRolloutNotice)
            return touched with { State = StepState.Done, At = rollout.StartedAt, Answer = "The team was told." };
        return rollout.Status switch
        {
            RolloutStatus.Waiting
            or RolloutStatus.Asked
            or RolloutStatus.Queued
            or RolloutStatus.WaitingForApproval
            or RolloutStatus.Deploying => touched with
            {
                State = StepState.Running,
            },
            RolloutStatus.Failed => touched with
            {
                State = StepState.Failed,
                At = rollout.EndedAt,
                Answer = "It failed before the switch.",
            },
            RolloutStatus.Unknown => touched with { State = StepState.Failed, Answer = "Nobody knows how it ended." },
            RolloutStatus.Declined => touched with
            {
                State = StepState.Skipped,
                At = rollout.EndedAt,
                Reason = rollout.OverrideReason,
            },
            _ => touched with
            {
                State = StepState.Done,
                At = rollout.SwitchedAt,
                Answer = $"Production serves {rollout.Release}.",
            },
        };
    }
}
