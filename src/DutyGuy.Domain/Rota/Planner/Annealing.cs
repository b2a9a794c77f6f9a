namespace DutyGuy.Domain;

/// <summary>
/// Simulated annealing: random changes, worse ones accepted the less the colder it gets. The best plan seen is kept.
/// </summary>
internal sealed class Annealing(PlanModel model, Roster roster, PlanLimit limit, AnnealingHeat heat)
{
    private const int Round = 1024;
    private readonly int[] best = [.. roster.Holder];
    private (int Shortfall, long Cost) least = (roster.Shortfall, roster.Cost);

    public int Near { get; init; } = 40;
    public int NearSwaps { get; init; } = 64;
    public int Moves { get; init; } = 96;
    public int Returns { get; init; } = 32;

    /// <summary>Searches until the limit is used up and leaves the roster at the best plan seen.</summary>
    public void Run(ulong seed)
    {
        var neighbourhood = new Neighbourhood(model, roster)
        {
            Near = Near, NearSwaps = NearSwaps, Moves = Moves, Returns = Returns,
        };
        var draw = new Draw(seed);
        if (neighbourhood.Size > 0)
            Cool(neighbourhood, ref draw);
        roster.Restore(best);
    }

    private void Cool(Neighbourhood neighbourhood, ref Draw draw)
    {
        var (steps, cycle) = (0L, 0);
        for (var spent = limit.Spent(steps); spent < 1; spent = limit.Spent(steps))
        {
            var part = spent * heat.Cycles;
            if ((int)part > cycle)
            {
                cycle = (int)part;
                roster.Restore(best);
            }
            var now = heat.At(part - cycle, cycle);
            for (var i = 0; i < Round; i++)
                neighbourhood.Try(ref draw, now);
            steps += Round;
            Keep();
        }
    }

    private void Keep()
    {
        if ((roster.Shortfall, roster.Cost).CompareTo(least) >= 0)
            return;
        least = (roster.Shortfall, roster.Cost);
        roster.Holder.CopyTo(best, 0);
    }
}

/// <summary>
/// The heat at the start, and how often it halves until the end of a cycle. Later cycles begin at the best plan so far and warm up to
/// Again alone.
/// </summary>
internal sealed record AnnealingHeat(long First, int Halvings, int Cycles, long Again)
{
    // The last part of a cycle only goes down.
    private const double Descent = 0.97;

    /// <summary>For a plan from nothing.</summary>
    public static AnnealingHeat Fresh => new(3 * Points.One, 8, 1, 0);

    /// <summary>For a plan that should stay what it is as far as it can.</summary>
    public static AnnealingHeat Replan => new(Points.One * 4 / 10, 8, 1, 0);

    /// <summary>The heat at a part (0 to 1) of a cycle.</summary>
    public long At(double part, int cycle) =>
        part > Descent ? 0 : Cooling.HeatAt(part, cycle == 0 ? First : Again, Halvings);
}
