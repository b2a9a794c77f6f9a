using NodaTime;

namespace DutyGuy.Domain;

/// <summary>How far an open run is, and whether its rule still stands behind it.</summary>
public static class RunProgress
{
    /// <summary>The rule was taken out of the playbook, or asks for another checklist now.</summary>
    public static bool IsOrphan(DutyFacts facts, ChecklistRun run) =>
        !facts.Playbook.Rules.Any(r =>
            r.Id == run.Rule && r.WhenYes.Concat(r.WhenNo ?? []).Any(a => a.Checklist == run.Checklist)
        );

    /// <summary>The button was pressed: what follows is not given up.</summary>
    public static bool IsUnderWay(DutyFacts facts, ChecklistRun run) =>
        Button(facts, run) is { State: StepState.Running or StepState.Done };

    /// <summary>The rule does not ask for it at this moment, although it did when it was opened.</summary>
    public static bool RuleIsSilent(DutyFacts facts, ChecklistRun run) =>
        !IsUnderWay(facts, run)
        && facts.Playbook.Rules.FirstOrDefault(r => r.Id == run.Rule)?.If is { } condition
        && DutyLoop.Holds(condition, SituationOf.Duty(facts)) == Tri.No;

    /// <summary>The question that alone is open after a rollout that is over; null when there is more to do, or nothing.</summary>
    public static string? OpenQuestion(DutyFacts facts, ChecklistRun run)
    {
        if (Button(facts, run) is not { State: StepState.Done } || facts.ChecklistOf(run) is not { } checklist)
            return null;
        var open = checklist.Steps.Where(s => !run.Step(s.Id).IsOver).ToList();
        return open.Count > 0 && open.All(s => s.Ask is not null) ? string.Join("; ", open.Select(s => s.Text)) : null;
    }

    /// <summary>The position of the step that is now, from 1.</summary>
    public static int Position(ChecklistRun? run, Checklist checklist)
    {
        if (run is null)
            return 1;
        var before = checklist.Steps.TakeWhile(s => run.Step(s.Id).IsOver).Count();
        return Math.Min(before + 1, checklist.Steps.Count);
    }

    static StepRecord? Button(DutyFacts facts, ChecklistRun run) =>
        facts.ChecklistOf(run)?.Steps.FirstOrDefault(s => s.Run?.Kind == ActionKind.DeployProduction) is { } step
            ? run.Step(step.Id)
            : null;
}
