namespace DutyGuy.Domain;

/// <summary>A problem by numbers, with everything that follows from it; nothing in it changes while a plan is made.</summary>
internal sealed class PlanModel
{
    public PlanModel(PlanProblem problem)
    {
        Problem = problem;
        Calendar = new(problem);
        Team = new(problem, Calendar);
        Pins = new(problem, Calendar, Team);
        Matching = new(Team.People, Team.IsExperienced, Team.Members, Calendar.TurnDuty, Pins.Pin);
        Coverable = new int[Calendar.Days];
        var holders = new int[Math.Max(1, problem.Duties.Count)];
        for (var day = 0; day < Calendar.Days; day++)
            Coverable[day] = Matching.Cover(Calendar.FirstTurn[day], Calendar.FirstTurn[day + 1], holders);
        Laps = new(problem, Calendar, Team);
        Entitlement = new(problem, Calendar, Team, Laps);
        Wishes = new(problem, Calendar, Team);
        Shadows = new(this);
    }

    public PlanProblem Problem { get; }
    public PlanCalendar Calendar { get; }
    public PlanTeam Team { get; }
    public PlanPins Pins { get; }
    public PlanLaps Laps { get; }
    public PlanEntitlement Entitlement { get; }
    public PlanWishes Wishes { get; }
    public PlanShadows Shadows { get; }

    /// <summary>Covers a day with experienced people.</summary>
    public DayMatching Matching { get; }

    /// <summary>How many turns of each day experienced people can cover at once.</summary>
    public int[] Coverable { get; }
}
