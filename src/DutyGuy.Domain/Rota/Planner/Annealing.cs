namespace DutyGuy.Domain;

/// <summary>
/// Simulated annealing: random changes, worse ones accepted the less the colder it gets. The best plan seen is kept.
/// </summary>
internal sealed class Annealing(PlanModel model, Roster roster, PlanLimit limit, AnnealingSchedule schedule)
{
    private const int Round = 1024;
    private readonly int[] best = [.. roster.Holder];
    private (int Shortfall, long Cost) least = (roster.Shortfall, roster.Cost);

    /// <summary>Searches until the limit is used up and leaves the roster at the best plan seen.</summary>
    public void Run(ulong seed)
    {
        var neighbourhood = new Neighbourhood(model, roster) { Moves = schedule.Moves };
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
            var part = spent * schedule.Cycles;
            if ((int)part > cycle)
            {
                cycle = (int)part;
                roster.Restore(best);
            }
            var now = schedule.HeatAt(part - cycle);
            roster.GapWeight = schedule.GapAt(part - cycle);
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
