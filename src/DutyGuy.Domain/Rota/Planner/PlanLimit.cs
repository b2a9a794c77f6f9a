namespace DutyGuy.Domain;

/// <summary>
/// How long a search may go on. Spent gives the part of it that is used up after so many steps: 0 at the start, 1 or more at the end.
/// With a bound on steps the same problem gives the same plan, byte for byte, on every machine; with a bound on time it need not.
/// </summary>
public sealed record PlanLimit(Func<long, double> Spent)
{
    /// <summary>A bound on work.</summary>
    public static PlanLimit Steps(long steps) => new(done => done >= steps ? 1 : (double)done / steps);
}
