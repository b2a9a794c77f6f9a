namespace DutyGuy.Domain;

/// <summary>What moves from one error to another.</summary>
/// <param name="From">The error that they were of.</param>
/// <param name="To">The error that they are of.</param>
public abstract record EventMove(long From, long To)
{
    /// <summary>All events and users; the users stay noted at the old one too, for the way back.</summary>
    public sealed record All(long From, long To) : EventMove(From, To);

    /// <summary>These events, and who they hit.</summary>
    /// <param name="From">The error that they were of.</param>
    /// <param name="To">The error that they are of.</param>
    /// <param name="Events">Numbers of the rows.</param>
    /// <param name="Users">Who was hit by them.</param>
    /// <param name="Gone">Of these, who was hit by no other event of the old error.</param>
    public sealed record Some(
        long From,
        long To,
        IReadOnlyList<long> Events,
        IReadOnlyList<string> Users,
        IReadOnlyList<string> Gone
    ) : EventMove(From, To);

    /// <summary>These events, and all users that <see cref="All"/> brought from there.</summary>
    public sealed record Back(long From, long To, IReadOnlyList<long> Events, IReadOnlyList<string> Users)
        : EventMove(From, To);
}
