namespace DutyGuy.Domain;

/// <summary>A press on a step, as rows and a fact.</summary>
public static class StepFacts
{
    /// <summary>The run's next state with the sentence for the record; nothing when nothing changed.</summary>
    public static Decision Of(DutyFacts facts, ChecklistRun before, ChecklistRun after, Step step, string by)
    {
        if (before == after)
            return Decision.None;
        var record = after.Step(step.Id);
        var what = record.State switch
        {
            StepState.Skipped => $"skipped “{step.Text}”: {record.Reason?.Trim()}",
            _ when step.Ask is not null => $"answered “{step.Text}”: {record.Answer?.Trim()}",
            _ => $"did “{step.Text}”",
        };
        return new()
        {
            Rows = [after],
            Facts =
            [
                facts.Fact(FactKind.StepDone, by, FullStop.After($"{facts.NameOf(by)} {what}"), $"run:{after.Id}") with
                {
                    Data = Data(step, record),
                },
            ],
        };
    }

    /// <summary>What was left out and why, and words for the log, stand in the entry.</summary>
    static Dictionary<string, string> Data(Step step, StepRecord record)
    {
        var data = new Dictionary<string, string> { ["step"] = step.Id };
        if (record.State == StepState.Skipped || (step.Ask == AskKind.TextToLog && record.Answer is not "nothing"))
            data[LogDraft.ForTheEntry] = "yes";
        return data;
    }
}
