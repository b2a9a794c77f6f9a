using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Endpoints before and after a rollout, worst first.</summary>
/// <param name="RolloutId">The rollout.</param>
/// <param name="Before">The window before, begin and end.</param>
/// <param name="After">The window after, begin and end.</param>
/// <param name="Slower">The lines of endpoints that got worse.</param>
/// <param name="Seen">Endpoints that could be compared.</param>
/// <param name="Answer">The result as a sentence.</param>
public sealed record RolloutComparison(
    long RolloutId,
    Interval Before,
    Interval After,
    IReadOnlyList<EndpointVerdict> Slower,
    int Seen,
    string Answer
);
