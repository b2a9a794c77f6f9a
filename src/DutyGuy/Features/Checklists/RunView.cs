using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Features.Checklists;

/// <summary>A run as the API shows it, with the steps of its own version of the playbook.</summary>
sealed record RunView(
    long Id,
    string Duty,
    string Rule,
    string Checklist,
    string Name,
    string Why,
    int Version,
    Instant OpenedAt,
    Instant? ClosedAt,
    RunEnd? End,
    IReadOnlyList<StepView> Steps
)
{
    public static RunView Of(ChecklistRun run, Checklist checklist, IReadOnlySet<ActionKind> adapters) =>
        new(
            run.Id,
            run.Duty,
            run.Rule,
            run.Checklist,
            checklist.Name,
            checklist.Why,
            run.Version,
            run.OpenedAt,
            run.ClosedAt,
            run.End,
            [.. checklist.Steps.Select(s => StepView.Of(s, run.Step(s.Id), adapters))]
        );
}

/// <summary>What a step wants: its action run, its question answered, its check to hold, its time to pass, or a hand.</summary>
enum StepKind
{
    Run,
    Ask,
    Check,
    Wait,
    Do,
}

/// <summary>One step: what it is, and what happened to it.</summary>
sealed record StepView(
    string Id,
    string Text,
    string Why,
    StepKind Kind,
    string? Does,
    string? ByHand,
    bool Confirm,
    StepState State,
    string? By,
    string? ByItself,
    Instant? StartedAt,
    Instant? At,
    string? Answer,
    string? Reason
)
{
    public static StepView Of(Step step, StepRecord record, IReadOnlySet<ActionKind> adapters) =>
        new(
            step.Id,
            step.Text,
            step.Why,
            KindOf(step),
            step.Run?.Words
                ?? (
                    step.Ask is { } ask ? ActionWords.Of(ask)
                    : step.Check is { } check ? PlaybookSentences.Of(check)
                    : null
                ),
            ByHandOf(step, adapters),
            step.Confirm,
            record.State,
            record.By,
            record.By is null && record.IsOver ? record.ByItself : null,
            record.StartedAt,
            record.At,
            record.Answer,
            record.Reason
        );

    static StepKind KindOf(Step step) =>
        step.Run is not null ? StepKind.Run
        : step.Ask is not null ? StepKind.Ask
        : step.Check is not null ? StepKind.Check
        : step.Wait is not null ? StepKind.Wait
        : StepKind.Do;

    static string? ByHandOf(Step step, IReadOnlySet<ActionKind> adapters) =>
        step.Run is { } action && !Domain.ByItself.Runs(action.Kind) && !adapters.Contains(action.Kind)
            ? Domain.ByItself.Hand(action.Kind)
            : null;
}
