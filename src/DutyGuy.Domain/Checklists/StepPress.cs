namespace DutyGuy.Domain;

/// <summary>What a person can do with a step.</summary>
public enum StepVerb
{
    /// <summary>It is done (by hand).</summary>
    Done,

    /// <summary>Left out, with a reason.</summary>
    Skip,

    /// <summary>Run its action.</summary>
    Run,

    /// <summary>Answer its question.</summary>
    Answer,
}

/// <summary>A press on a step of an open run.</summary>
public static class StepPress
{
    /// <summary>The run after the press, or why not. Actions to run are started by the caller; here only records change.</summary>
    public static Outcome<ChecklistRun> On(
        DutyFacts facts,
        ChecklistRun run,
        Step step,
        StepVerb verb,
        string by,
        string? answer,
        string? reason
    )
    {
        if (run.ClosedAt is not null)
            return Refusal.Conflict("This checklist is closed. Open the board for what is to do now.");
        var record = run.Step(step.Id);
        if (record.IsOver)
            return run;
        var touched = record with { By = by, StartedAt = record.StartedAt ?? facts.Now, At = facts.Now };
        return verb switch
        {
            StepVerb.Skip when string.IsNullOrWhiteSpace(reason) => Refusal.Invalid(
                "The reason is missing. Write one sentence a colleague can understand tomorrow.",
                "reason"
            ),
            StepVerb.Skip => run.With(touched with { State = StepState.Skipped, Reason = reason }),
            StepVerb.Answer => Answered(facts, run, step, touched, answer),
            StepVerb.Done => Done(facts, run, step, touched),
            _ => run.With(touched with { State = StepState.Done, Answer = answer }),
        };
    }

    static Outcome<ChecklistRun> Done(DutyFacts facts, ChecklistRun run, Step step, StepRecord touched)
    {
        if (step.Ask is not null)
            return Refusal.Invalid($"This step asks: {ActionWords.Of(step.Ask.Value)}. Answer it.", "do");
        var holds = step.Check is { } check ? DutyLoop.Holds(check, SituationOf.Duty(facts)) : (Tri?)null;
        if (holds == Tri.No)
            return Refusal.Conflict("The check says no. Mend it, or skip the step with a reason.");
        if (AsksJudgement(step) && Unjudged(facts) is { Count: > 0 } open)
            return NotJudged(open);
        return run.With(
            touched with
            {
                State = StepState.Done,
                Answer = holds == Tri.CannotTell ? $"{LookedAt.Words}." : touched.Answer,
            }
        );
    }

    static Outcome<ChecklistRun> Answered(
        DutyFacts facts,
        ChecklistRun run,
        Step step,
        StepRecord touched,
        string? answer
    )
    {
        var said = answer?.Trim() ?? "";
        return step.Ask switch
        {
            null => Refusal.Invalid("This step asks nothing.", "do"),
            AskKind.YesOrNo when said is not ("yes" or "no") => Refusal.Invalid("Answer yes or no.", "answer"),
            AskKind.VerdictForEachEndpoint when Unjudged(facts) is { Count: > 0 } open => NotJudged(open),
            _ => run.With(touched with { State = StepState.Done, Answer = said.Length > 0 ? said : "nothing" }),
        };
    }

    static bool AsksJudgement(Step step) =>
        ConditionParts.Of(step.Check).Any(c => c is Condition.Known { Fact: KnownFact.EveryRealRegressionAssigned });

    static Refusal NotJudged(IReadOnlyList<string> open) =>
        Refusal.Conflict(
            $"{FullStop.After($"Not judged yet: {string.Join(", ", open)}")} Say real, noise or unsure for each."
        );

    /// <summary>Endpoints of the last comparison that nobody judged yet.</summary>
    public static IReadOnlyList<string> Unjudged(DutyFacts facts) =>
        facts.Comparison is { } comparison
            ?
            [
                .. comparison
                    .Slower.Where(line => !facts.Judgements.Any(j => j.IsOf(comparison.RolloutId, line)))
                    .Select(line => line.Endpoint),
            ]
            : [];
}
