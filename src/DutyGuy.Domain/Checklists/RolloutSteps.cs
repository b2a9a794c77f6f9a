namespace DutyGuy.Domain;

/// <summary>The steps that the press on the rollout button does: they follow the rollout of the day.</summary>
public static class RolloutSteps
{
    /// <summary>The step as the rollout left it; null when the step does not follow the rollout.</summary>
    public static StepRecord? Of(DutyFacts facts, ChecklistRun run, Checklist checklist, Step step, StepRecord record)
    {
        if (MadeElsewhere(facts) is { } elsewhere && IsBeforeTheSwitch(checklist, step))
            return Elsewhere(facts, elsewhere, step, record);
        if (step.Run?.Kind is ActionKind.DeployProduction or ActionKind.PostRolloutNotice)
            return OfToday(facts, run) is { } rollout ? Of(facts, rollout, step, record) : record;
        return WatchesNothing(facts, run, checklist, step)
            ? record with
            {
                State = StepState.Skipped,
                At = facts.Now,
                ByItself = "the button was left out",
                Reason = "Nothing was rolled out.",
            }
            : null;
    }

    /// <summary>The button was left out, and somebody pressed it later: what happened counts.</summary>
    public static bool WasPressedAfterAll(DutyFacts facts, ChecklistRun run, Step step, StepRecord record) =>
        step.Run?.Kind == ActionKind.DeployProduction
        && record.State == StepState.Skipped
        && OfToday(facts, run) is { Status: not RolloutStatus.Declined } rollout
        && rollout.StartedAt > record.At;

    /// <summary>Whether the step that tells the team was left out in the run that is open.</summary>
    public static bool NoticeIsLeftOut(DutyFacts facts) =>
        facts
            .Runs.Where(r => r.ClosedAt is null)
            .Any(r =>
                RuleUses.Of(facts.ChecklistOf(r)) == RuleUse.Rollout
                && facts
                    .ChecklistOf(r)!
                    .Steps.Any(s =>
                        s.Run?.Kind == ActionKind.PostRolloutNotice && r.Step(s.Id).State == StepState.Skipped
                    )
            );

    /// <summary>A hot fix is not the rollout of the day; after a roll back a new checklist begins, with a rollout of its own.</summary>
    static Rollout? OfToday(DutyFacts facts, ChecklistRun run) =>
        facts.Rollouts.LastOrDefault(r =>
            r.Duty == facts.Duty.Id
            && r is { Kind: RolloutKind.Daily, Ours: true }
            && r.StartedAt >= facts.StartOfToday
            && (r.Status != RolloutStatus.RolledBack || r.EndedAt > run.OpenedAt)
        );

    static Rollout? MadeElsewhere(DutyFacts facts) =>
        RolloutDay.Of(facts) is { State: RolloutDayState.Done, Last: { Ours: false } rollout } ? rollout : null;

    static bool IsBeforeTheSwitch(Checklist checklist, Step step) =>
        RuleUses.Of(checklist) == RuleUse.Rollout
        && checklist.Steps.SkipWhile(s => s.Id != step.Id).Any(s => s.Run?.Kind == ActionKind.DeployProduction);

    /// <summary>What was to be done before: it is too late for it, and nobody did it here.</summary>
    static StepRecord Elsewhere(DutyFacts facts, Rollout rollout, Step step, StepRecord record) =>
        step.Run?.Kind == ActionKind.DeployProduction
            ? record with
            {
                State = StepState.Done,
                StartedAt = rollout.StartedAt,
                At = rollout.SwitchedAt,
                ByItself = $"rollout {rollout.Release}",
                Answer = $"Production serves {rollout.Release}, rolled out elsewhere.",
            }
            : record with
            {
                State = StepState.Skipped,
                At = facts.Now,
                ByItself = $"rollout {rollout.Release}",
                Reason = $"{rollout.Release} was rolled out elsewhere.",
            };

    static bool WatchesNothing(DutyFacts facts, ChecklistRun run, Checklist checklist, Step step) =>
        ConditionParts.Of(step.Check).Any(c => c is Condition.Known { Fact: KnownFact.RolloutHealth })
        && facts.Rollouts.All(r => r.Status != RolloutStatus.Watching)
        && checklist
            .Steps.TakeWhile(s => s.Id != step.Id)
            .Any(s => s.Run?.Kind == ActionKind.DeployProduction && run.Step(s.Id).State == StepState.Skipped);

    /// <summary>The step as this rollout left it.</summary>
    public static StepRecord Of(DutyFacts facts, Rollout rollout, Step step, StepRecord record)
    {
        var touched = record with { By = rollout.StartedBy, StartedAt = rollout.StartedAt, Reason = null };
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
            RolloutStatus.Unknown when rollout.Contradicted is { } other => touched with
            {
                State = StepState.Failed,
                Answer = $"Figures still come from {other}.",
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
