namespace DutyGuy.Domain;

/// <summary>What comes of a merge, a split or of taking one back: kept in one transaction.</summary>
/// <param name="Decision">Rows, facts and messages; the first fact is the one that tells it.</param>
/// <param name="Shown">The error that is shown then.</param>
public sealed record Regrouped(Decision Decision, long Shown)
{
    /// <summary>Events and users that go from one error to another, in this order.</summary>
    public IReadOnlyList<EventMove> Moves { get; init; } = [];

    /// <summary>Written last, with the number of the fact; null when nothing was done.</summary>
    public Regrouping? Row { get; init; }

    /// <summary>It was so before.</summary>
    public static Regrouped Already(long shown) => new(Decision.None, shown);
}
