namespace DutyGuy.Domain;

/// <summary>
/// The objective of a plan by its parts, in points (smaller is better), and the days by which the minimum gap is missed, which count
/// before everything else. docs/rota.md has the formulas.
/// </summary>
public sealed record PlanParts(
    double Counts,
    double Unpopular,
    double Regularity,
    double Wishes,
    double Variety,
    double MovedTurns,
    double MovedPeople,
    double Looks,
    int Shortfall
)
{
    /// <summary>All parts together but Looks (laps, and turns too close to each other), which counts before them.</summary>
    public double Objective => Counts + Unpopular + Regularity + Wishes + Variety + MovedTurns + MovedPeople;
}
