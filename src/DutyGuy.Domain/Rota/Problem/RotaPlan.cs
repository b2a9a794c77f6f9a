using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A plan: who has which turn, who looks on, which days nobody can cover and why, and what changed against the plan before.</summary>
public sealed record RotaPlan(
    IReadOnlyList<AgreedTurn> Turns,
    IReadOnlyList<AgreedTurn> Shadows,
    IReadOnlyList<UncoveredTurn> Uncovered,
    IReadOnlyList<PlanChange> Changes
)
{
    /// <summary>A plan without anything.</summary>
    public static RotaPlan Empty { get; } = new([], [], [], []);
}

/// <summary>A duty that nobody does on a date, and the cause in one sentence.</summary>
public sealed record UncoveredTurn(string Duty, LocalDate Date, string Why);

/// <summary>A turn that moved against the plan before, and one sentence with the cause. From or To is null when it is nobody.</summary>
public sealed record PlanChange(string Duty, LocalDate Date, string? From, string? To, string Moves, string Cause)
{
    /// <summary>The whole sentence: what moves, and the cause.</summary>
    public string Why => $"{Moves}: {Cause}";
}
