namespace DutyGuy.Domain;

/// <summary>A checklist whose rollout was rolled back leaves nothing to push, to watch or to say.</summary>
static class RolledBackRuns
{
    /// <summary>The run as it closes; null when it goes on.</summary>
    public static ChecklistRun? Of(DutyFacts facts, ChecklistRun run)
    {
        if (facts.ChecklistOf(run) is not { } checklist || Button(checklist) is not { } button)
            return null;
        var last = facts.Rollouts.LastOrDefault(r => r.SwitchedAt is not null);
        if (last is not { Status: RolloutStatus.RolledBack } || !IsRejected(facts, last))
            return null;
        var record = run.Step(button.Id);
        return run.With(record.State == StepState.Skipped ? record : RolloutSteps.Of(facts, last, button, record)) with
        {
            ClosedAt = facts.Now,
            End = RunEnd.RolledBack,
        };
    }

    static bool IsRejected(DutyFacts facts, Rollout rollout) =>
        facts.Holds.Any(h => h.RolloutId == rollout.Id && h.LiftedAt is null);

    static Step? Button(Checklist checklist) =>
        checklist.Steps.FirstOrDefault(s => s.Run?.Kind == ActionKind.DeployProduction);
}
