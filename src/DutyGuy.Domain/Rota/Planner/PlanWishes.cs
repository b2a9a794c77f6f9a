namespace DutyGuy.Domain;

/// <summary>What wishes cost, in wish points: a turn on a day somebody does not like, a liked date not given, a turn on another day than the liked weekdays.</summary>
internal sealed class PlanWishes
{
    private readonly PlanCalendar calendar;
    private readonly double[]?[] cost;

    public PlanWishes(PlanProblem problem, PlanCalendar calendar, PlanTeam team)
    {
        this.calendar = calendar;
        cost = new double[team.People][];
        for (var person = 0; person < team.People; person++)
        {
            var wishes = problem.People[person].Wishes;
            if (wishes.Count == 0)
                continue;
            cost[person] = CostOf(wishes);
            Ungranted += LikedDates(person, wishes, team);
        }
    }

    /// <summary>The cost of the liked dates as long as none is given: granting one takes its points off.</summary>
    public double Ungranted { get; }

    /// <summary>What a turn of the person on the duty day costs; below 0 for a liked date.</summary>
    public double Cost(int person, int day) => cost[person] is { } days ? days[day] : 0;

    /// <summary>Whether the person wishes anything.</summary>
    public bool Wishes(int person) => cost[person] is not null;

    private double[] CostOf(IReadOnlyList<PlanWish> wishes)
    {
        var (disliked, liked) = (new double[7], new double[7]);
        foreach (var wish in wishes.Where(wish => wish.Date is null))
        {
            var weekday = (int)wish.Weekday - 1;
            if (wish.Weight < 0)
                disliked[weekday] += wish.Weight;
            else
                liked[weekday] = Math.Max(liked[weekday], wish.Weight);
        }
        var best = liked.Max();
        var days = new double[calendar.Days];
        for (var day = 0; day < days.Length; day++)
        {
            var weekday = calendar.Weekday[day];
            days[day] = -disliked[weekday] + (best - liked[weekday]) / 2;
        }
        foreach (var wish in wishes)
        {
            if (wish.Date is { } date && calendar.DayOf(date) is >= 0 and var day)
                days[day] -= wish.Weight;
        }
        return days;
    }

    // A liked date on which the person could have had a turn.
    private double LikedDates(int person, IReadOnlyList<PlanWish> wishes, PlanTeam team)
    {
        var points = 0.0;
        foreach (var date in wishes.Where(wish => wish.Date is not null).GroupBy(wish => wish.Date!.Value))
        {
            var day = calendar.DayOf(date.Key);
            var weight = date.Sum(wish => wish.Weight);
            if (weight > 0 && day >= 0 && team.In.Has(person, day) && AnyDuty(person, day, team))
                points += weight;
        }
        return points;
    }

    private bool AnyDuty(int person, int day, PlanTeam team)
    {
        for (var turn = calendar.FirstTurn[day]; turn < calendar.FirstTurn[day + 1]; turn++)
        {
            if (team.Takes(person, calendar.TurnDuty[turn]))
                return true;
        }
        return false;
    }
}
