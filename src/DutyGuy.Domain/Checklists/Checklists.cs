using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What a run does by itself: it ticks checks, lets time pass, runs what only reads, and closes.</summary>
public static class Checklists
{
    /// <summary>The run as it stands after everything that happens by itself at this moment.</summary>
    public static ChecklistRun Tick(DutyFacts facts, ChecklistRun run, Checklist checklist)
    {
        if (run.ClosedAt is not null)
            return run;
        var situation = SituationOf.Duty(facts);
        foreach (var step in checklist.Steps)
        {
            var record = run.Step(step.Id);
            if (record.IsOver && !RolloutSteps.WasPressedAfterAll(facts, run, step, record))
                continue;
            var ticked = Tick(facts, situation, run, checklist, step, record);
            if (ticked != record)
                run = run.With(ticked);
            if (ticked.State == StepState.Done && Follows(step, ticked, ActionKind.Done))
                return run with { ClosedAt = facts.Now, End = RunEnd.Finished };
        }
        return Closes(facts, run, checklist) ? run with { ClosedAt = facts.Now, End = RunEnd.Finished } : run;
    }

    /// <summary>Whether everything before the step is done or skipped.</summary>
    public static bool IsReached(ChecklistRun run, Checklist checklist, Step step) =>
        checklist.Steps.TakeWhile(s => s.Id != step.Id).All(s => run.Step(s.Id).IsOver);

    /// <summary>The first step that is not over.</summary>
    public static Step? Current(ChecklistRun run, Checklist checklist) =>
        checklist.Steps.FirstOrDefault(s => !run.Step(s.Id).IsOver);

    static StepRecord Tick(
        DutyFacts facts,
        Situation situation,
        ChecklistRun run,
        Checklist checklist,
        Step step,
        StepRecord record
    )
    {
        if (RolloutSteps.Of(facts, run, checklist, step, record) is { } followed)
            return followed;
        if (WatchStep.Kept(facts, step, record) is { } kept)
            return kept;
        if (step.Ask == AskKind.VerdictForEachEndpoint)
            return JudgingStep.Answer(facts) is { } judged
                ? Done(facts, record, "compare endpoints across last rollout", judged)
                : record;
        if (step.Run is { } action && record.State == StepState.Open && ByItself.Answer(facts, action.Kind) is { } said)
            return Done(facts, record, $"run: {action.Words}", said);
        if (step.Wait is not null && record.StartedAt is null)
            return IsReached(run, checklist, step)
                ? record with
                {
                    StartedAt = facts.Now,
                    State = StepState.Running,
                }
                : record;
        if (step.Wait is { } time && facts.Now - record.StartedAt < time)
            return record;
        if (step.Check is not { } check)
            return step is { Wait: { } waited, Run: null, Ask: null }
                ? Done(facts, record, $"wait: {PlaybookSentences.Of(waited)}", null)
                : record;
        var by = $"check: {PlaybookSentences.Of(check)}";
        if (!WatchStep.Is(step) && !DutyLoop.IsWatched(check, situation))
            return Done(facts, record, by, "Not watched.");
        return DutyLoop.Holds(check, situation) switch
        {
            Tri.Yes => Done(facts, record, by, step.Then.Count > 0 ? "Yes." : null),
            Tri.No when step.Then.Count > 0 => Done(facts, record, by, "No."),
            _ => record,
        };
    }

    static StepRecord Done(DutyFacts facts, StepRecord record, string by, string? answer) =>
        record with
        {
            State = StepState.Done,
            StartedAt = record.StartedAt ?? facts.Now,
            At = facts.Now,
            ByItself = by,
            Answer = answer ?? record.Answer,
        };

    static bool Follows(Step step, StepRecord record, ActionKind action) =>
        record is { By: null, Answer: "Yes." } && step.Then.Any(a => a.Kind == action);

    /// <summary>A run of a rule that loops ends when its rule does, not when its steps are ticked.</summary>
    static bool Closes(DutyFacts facts, ChecklistRun run, Checklist checklist) =>
        checklist.Steps.All(s => run.Step(s.Id).IsOver)
        && facts.PlaybookOf(run).Rules.FirstOrDefault(r => r.Id == run.Rule)?.While is null;
}
