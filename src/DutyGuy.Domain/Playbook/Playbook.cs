using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A duty written down: its settings, its rules in order, and its checklists.</summary>
public sealed record Playbook
{
    /// <summary>The stable id of the duty, such as <c>engineering</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name that people read, such as <c>Engineering</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the duty is for, in the author's words; may be empty.</summary>
    public string Why { get; init; } = "";

    /// <summary>The zone in which hours and times of day are meant.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>When a turn begins and ends, on the clock of the zone.</summary>
    public required TurnHours Hours { get; init; }

    /// <summary>True: turns on working days only; false: every day.</summary>
    public required bool WorkingDays { get; init; }

    /// <summary>How turns are given, such as <c>one engineer a day</c>.</summary>
    public required string Turn { get; init; }

    /// <summary>A turn comes back at least every so many working days; null: no aim.</summary>
    public int? Aim { get; init; }

    /// <summary>The rules in their order.</summary>
    public required IReadOnlyList<Rule> Rules { get; init; }

    /// <summary>The checklists by id.</summary>
    public required IReadOnlyDictionary<string, Checklist> Checklists { get; init; }

    /// <summary>SHA-256 over the normalised files, in lower-case hex: the same hash is the same text.</summary>
    public required string Hash { get; init; }
}

/// <summary>The hours of a turn on the clock of the duty's zone.</summary>
public sealed record TurnHours(LocalTime From, LocalTime To);
