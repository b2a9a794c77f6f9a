using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A checklist in use; it keeps the version of the playbook with which it was opened.</summary>
public sealed record ChecklistRun
{
    /// <summary>Number of the run.</summary>
    public long Id { get; init; }

    /// <summary>The duty.</summary>
    public required string Duty { get; init; }

    /// <summary>The rule that opened it.</summary>
    public required string Rule { get; init; }

    /// <summary>Which checklist.</summary>
    public required string Checklist { get; init; }

    /// <summary>Version of the playbook.</summary>
    public required int Version { get; init; }

    /// <summary>When it was opened.</summary>
    public required Instant OpenedAt { get; init; }

    /// <summary>When it was closed.</summary>
    public Instant? ClosedAt { get; init; }

    /// <summary>How it was closed.</summary>
    public RunEnd? End { get; init; }

    /// <summary>The steps touched so far, by their id.</summary>
    public IReadOnlyList<StepRecord> Steps { get; init; } = [];

    /// <summary>The record of a step, a fresh one when untouched.</summary>
    public StepRecord Step(string id) =>
        Steps.FirstOrDefault(s => string.Equals(s.Id, id, StringComparison.Ordinal)) ?? new StepRecord { Id = id };

    /// <summary>The run with one step replaced.</summary>
    public ChecklistRun With(StepRecord step) =>
        this with
        {
            Steps = [.. Steps.Where(s => !string.Equals(s.Id, step.Id, StringComparison.Ordinal)), step],
        };
}

/// <summary>How a run was closed.</summary>
public enum RunEnd
{
    /// <summary>Every step done or skipped.</summary>
    Finished,

    /// <summary>Its rule no longer holds (main is green again).</summary>
    ByItself,

    /// <summary>The turn ended first.</summary>
    NotFinished,

    /// <summary>Its rollout was rolled back: nothing of it is left to do.</summary>
    RolledBack,
}
