namespace DutyGuy.Domain;

/// <summary>The steps that the press on the rollout button does: they follow the rollout of the day.</summary>
static class RolloutSteps
{
    public static StepRecord Of(DutyFacts facts, ChecklistRun run, Step step, StepRecord record)
    {
        // After a roll back a new checklist begins, with a rollout of its own.
        var rollout = facts.Rollouts.LastOrDefault(r =>
            r.Duty == facts.Duty.Id
            && r.StartedAt >= facts.StartOfToday
            && (r.Status != RolloutStatus.RolledBack || r.EndedAt > run.OpenedAt)
        );
        return rollout is null ? record : Of(facts, rollout, step, record);
    }

    /// <summary>The step as this rollout left it.</summary>
    public static StepRecord Of(DutyFacts facts, Rollout rollout, Step step, StepRecord record)
    {
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
            RolloutStatus.RollingBack => touched with { State = StepState.Running, Answer = "It is going back." },
            RolloutStatus.RolledBack => touched with
            {
                State = StepState.Failed,
                At = rollout.EndedAt,
                Answer =
                    $"{rollout.Release} was rolled back {RejectionGate.When(facts, rollout.EndedAt ?? facts.Now)}.",
            },
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
