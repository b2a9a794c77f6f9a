namespace DutyGuy.Domain;

/// <summary>
/// A valid plan at once: what is agreed and announced, then the plan before, then day by day whoever is furthest behind the entitlement,
/// scarce duties first; a matching repairs days that would stay open.
/// </summary>
internal sealed class GreedyStart(PlanModel model, Roster roster)
{
    private readonly PlanCalendar calendar = model.Calendar;
    private readonly int[] holders = new int[Math.Max(1, model.Team.Duties)];
    private readonly DayMatching matching = new(
        model.Team.People,
        model.Shadows.MayHave,
        model.Team.Members,
        model.Calendar.TurnDuty,
        model.Pins.Pin
    );

    public void Fill()
    {
        for (var turn = 0; turn < calendar.Turns; turn++)
        {
            if (model.Pins.Pin[turn] >= 0)
                roster.Give(turn, model.Pins.Pin[turn]);
        }
        for (var turn = 0; turn < calendar.Turns; turn++)
        {
            if (roster.Holder[turn] < 0 && model.Pins.Before[turn] is >= 0 and var before && Fits(before, turn))
                roster.Give(turn, before);
        }
        for (var day = 0; day < calendar.Days; day++)
            FillDay(day);
    }

    private void FillDay(int day)
    {
        var (first, last) = (calendar.FirstTurn[day], calendar.FirstTurn[day + 1]);
        var open = Enumerable.Range(first, last - first).Where(turn => roster.Holder[turn] < 0).ToList();
        if (open.Count == 0)
            return;
        foreach (var turn in open.OrderBy(Candidates))
        {
            if (Best(turn) is >= 0 and var person)
                roster.Give(turn, person);
        }
        if (open.Exists(turn => roster.Holder[turn] < 0))
            Repair(first, last);
    }

    private int Candidates(int turn) => model.Team.Members[calendar.TurnDuty[turn]].Count(person => Fits(person, turn));

    private bool Fits(int person, int turn) =>
        model.Shadows.MayHave(person, turn) && !roster.IsBusy(person, calendar.TurnDay[turn]);

    private int Best(int turn)
    {
        var (best, least) = (-1, (Missing: 0, Ahead: 0L, Behind: 0.0));
        foreach (var person in model.Team.Members[calendar.TurnDuty[turn]])
        {
            if (!Fits(person, turn))
                continue;
            var rank = Rank(person, turn);
            if (best < 0 || rank.CompareTo(least) < 0)
                (best, least) = (person, rank);
        }
        return best;
    }

    // First who keeps the minimum gap, then who has fewest turns for the lap, then who is furthest behind, less what a turn so
    // soon or unwished for costs.
    private (int, long, double) Rank(int person, int turn)
    {
        var day = calendar.TurnDay[turn];
        var near = roster.Nearest(person, day);
        var e = model.Entitlement;
        var behind = e.Turns[person] * (day + 1) / calendar.Days - e.Carry[person] - roster.Count(person);
        var ideal = e.Ideal(person);
        var soon = ideal > 0 ? Math.Max(0, (ideal - near) / ideal) : 0;
        var share = Math.Max(0.3, Math.Sqrt(model.Problem.People[person].Share));
        var missing = Math.Max(0, model.Problem.MinGap + 1 - near);
        return (
            missing,
            roster.AheadInLap(person, turn) / (Points.One / 4),
            -behind / share + 1.5 * soon + 0.5 * model.Wishes.Cost(person, day)
        );
    }

    // As many turns of the day as can be covered at all; more people come in than one after the other would find.
    private void Repair(int first, int last)
    {
        var now = Enumerable.Range(first, last - first).Count(turn => roster.Holder[turn] >= 0);
        if (matching.Cover(first, last, holders) <= now)
            return;
        for (var turn = first; turn < last; turn++)
        {
            if (roster.Holder[turn] >= 0 && roster.Holder[turn] != holders[turn - first])
                roster.Take(turn);
        }
        for (var turn = first; turn < last; turn++)
        {
            if (holders[turn - first] >= 0 && roster.Holder[turn] < 0)
                roster.Give(turn, holders[turn - first]);
        }
    }
}
