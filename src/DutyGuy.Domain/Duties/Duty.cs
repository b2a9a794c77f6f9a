using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A role with a playbook and a rota. Zone, hours and aim are the playbook's.</summary>
public sealed record Duty
{
    /// <summary>Short name used in addresses, for instance <c>engineering</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Handles of who takes part; empty means everybody.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Repositories whose main it keeps green. A single duty has them all; null: it never had to name any.</summary>
    public IReadOnlyList<string>? Repositories { get; init; }

    /// <summary>Projects whose errors it looks after; null as above.</summary>
    public IReadOnlyList<string>? Projects { get; init; }

    /// <summary>The repository that its rollouts ship; null: its only one.</summary>
    public string? Ships { get; init; }

    /// <summary>Dates without duty.</summary>
    public IReadOnlyList<LocalDate> ClosedOn { get; init; } = [];

    /// <summary>Country or region whose public holidays are dates without duty as well, such as <c>FR</c> or <c>DE-BY</c>.</summary>
    public string? Holidays { get; init; }

    /// <summary>When the duty was set up; its rota begins on the next working day.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>When it was ended: it looks after nothing any more, and its past stays readable.</summary>
    public Instant? EndedAt { get; init; }
}
