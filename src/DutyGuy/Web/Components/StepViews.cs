using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Web.Components;

/// <summary>A run of a checklist as it is drawn. Pure.</summary>
public static class StepViews
{
    public static IReadOnlyList<StepView> Of(DutyFacts facts, ChecklistRun? run, Checklist checklist)
    {
        var drawn = run ?? Untouched(facts, checklist);
        // Of a closed one nothing is to do any more.
        if (drawn.End == RunEnd.RolledBack)
            return [.. checklist.Steps.Select(step => Closed(facts, drawn.Step(step.Id), step))];
        var current = Checklists.Current(drawn, checklist);
        return [.. checklist.Steps.Select(step => Of(facts, drawn.Step(step.Id), step, step == current))];
    }

    /// <summary>"step 5 of 6 · aim 15 minutes"</summary>
    public static string Progress(ChecklistRun? run, Checklist checklist)
    {
        if (run?.End == RunEnd.RolledBack)
            return "rolled back";
        var aim = checklist.Aim is { } time ? $" · aim {Say.Minutes(time)}" : "";
        return $"step {RunProgress.Position(run, checklist)} of {checklist.Steps.Count}{aim}";
    }

    static ChecklistRun Untouched(DutyFacts facts, Checklist checklist) =>
        new()
        {
            Duty = facts.Duty.Id,
            Rule = "",
            Checklist = checklist.Id,
            Version = facts.Version,
            OpenedAt = facts.Now,
        };

    static StepView Closed(DutyFacts facts, StepRecord record, Step step) =>
        record.State is StepState.Open or StepState.Running
            ? new(step.Id, StepLook.Todo, step.Text, "not done")
            : Of(facts, record, step, current: false);

    static StepView Of(DutyFacts facts, StepRecord record, Step step, bool current)
    {
        if (record.IsOver)
            return new(
                step.Id,
                StepLook.Done,
                step.Text,
                null,
                record.Reason ?? record.Answer,
                By(facts, record, step)
            );
        var look = current ? StepLook.Now : StepLook.Todo;
        // What failed says so, also when its checklist is closed.
        if (record is { State: StepState.Failed, Answer: { } failed })
            return new(step.Id, look, step.Text, null, failed, By(facts, record, step));
        return new(step.Id, look, step.Text, Kind(facts, record, step), Note(facts, step, current));
    }

    static string By(DutyFacts facts, StepRecord record, Step step)
    {
        var time = record.At is { } at ? " " + Say.Time(at, facts.Playbook.Zone) : "";
        if (record.State == StepState.Skipped)
            return record.By is { } who ? $"skipped by {First(facts, who)}{time}" : $"left out by itself{time}";
        return record.By is { } person ? First(facts, person) + time
            : step.Run is not null ? "ran by itself" + time
            : $"{record.ByItself ?? "checked"}, by itself{time}";
    }

    static string Kind(DutyFacts facts, StepRecord record, Step step) =>
        step switch
        {
            { Wait: { } time } when record.StartedAt is { } since => $"{Left(since + time - facts.Now)} left",
            { Wait: { } time } => $"waits {Say.Minutes(time)}",
            { Check: not null } => "checks itself",
            { Run: { } run } when ByItself.Runs(run.Kind) => "runs by itself",
            { Confirm: true } => "asks once more",
            { Run: not null } => "runs",
            { Ask: not null } => "asks",
            _ => "",
        };

    static string Left(Duration left) => Say.Age(Duration.Max(left, Duration.Zero) + Duration.FromSeconds(59));

    static string? Note(DutyFacts facts, Step step, bool current) =>
        !current ? null
        : step.Run is { } run && !facts.Adapters.Contains(run.Kind) && !ByItself.Runs(run.Kind)
            ? ByItself.Hand(run.Kind)
        : step.Why.Length > 0 ? step.Why
        : null;

    static string First(DutyFacts facts, string? person) =>
        person is null ? "nobody" : FirstNames.Of(facts.People, person);
}
