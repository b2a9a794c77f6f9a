namespace DutyGuy.Domain;

/// <summary>The fewest and the most of somebody.</summary>
public sealed record Spread(int Fewest, int Most)
{
    /// <summary>Null when there is nobody to compare.</summary>
    internal static Spread? Of(IReadOnlyCollection<int> counts) =>
        counts.Count == 0 ? null : new(counts.Min(), counts.Max());
}
