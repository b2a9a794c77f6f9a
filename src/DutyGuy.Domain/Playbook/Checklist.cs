using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A list of steps that a person follows, with the help of the software.</summary>
public sealed record Checklist
{
    /// <summary>Stable id, such as <c>troubleshoot-ci</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The heading.</summary>
    public required string Name { get; init; }

    /// <summary>The prose under the heading; may be empty.</summary>
    public string Why { get; init; } = "";

    /// <summary>Read and do, or do and confirm.</summary>
    public required ChecklistStyle Style { get; init; }

    /// <summary>How long it should take; null: no aim.</summary>
    public Duration? Aim { get; init; }

    /// <summary>The steps in their order.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }
}

/// <summary>How a checklist is used.</summary>
public enum ChecklistStyle
{
    /// <summary><c>read-do</c>: read a step, then do it.</summary>
    ReadDo,

    /// <summary><c>do-confirm</c>: work freely, then confirm that nothing was forgotten.</summary>
    DoConfirm,
}
