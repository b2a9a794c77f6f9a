using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Who takes part in what and who is in when, by numbers instead of names.</summary>
internal sealed class PlanTeam
{
    private readonly PlanProblem problem;
    private readonly PlanCalendar calendar;
    private readonly bool[] takes;
    private readonly int[] shadows;

    public PlanTeam(PlanProblem problem, PlanCalendar calendar)
    {
        (this.problem, this.calendar) = (problem, calendar);
        takes = new bool[People * Duties];
        shadows = new int[People * Duties];
        In = new DayBits(People, calendar.Days);
        Counted = new DayBits(People, calendar.Days);
        LastDistance = new int[People];
        var members = problem.Duties.Select(_ => new List<int>()).ToArray();
        for (var person = 0; person < People; person++)
        {
            TakePart(person, members);
            BeIn(person);
            LastDistance[person] = DistanceOfLastTurn(problem.People[person]);
        }
        Members = [.. members.Select(list => list.ToArray())];
    }

    /// <summary>Longer than any plan: there is no turn to keep a distance from.</summary>
    public const int NoTurn = 1 << 20;

    /// <summary>The number of people.</summary>
    public int People => problem.People.Count;

    /// <summary>The number of duties.</summary>
    public int Duties => problem.Duties.Count;

    /// <summary>Who takes part in each duty.</summary>
    public int[][] Members { get; }

    /// <summary>At work on a duty day, whatever the duty.</summary>
    public DayBits In { get; }

    /// <summary>Shares in the turns of a duty day: also on short absences and weekdays off, for which the share stands.</summary>
    public DayBits Counted { get; }

    /// <summary>Duty days from the last turn before the plan to its first day.</summary>
    public int[] LastDistance { get; }

    public bool Takes(int person, int duty) => takes[person * Duties + duty];

    public int ShadowsNeeded(int person, int duty) => shadows[person * Duties + duty];

    /// <summary>Needs shadow days for some duty.</summary>
    public bool IsNewcomer(int person) => shadows.AsSpan(person * Duties, Duties).ContainsAnyExcept(0);

    /// <summary>Takes part in the duty, has the skill, and is in.</summary>
    public bool IsAble(int person, int turn) =>
        Takes(person, calendar.TurnDuty[turn]) && In.Has(person, calendar.TurnDay[turn]);

    /// <summary>Able, and no newcomer to the duty.</summary>
    public bool IsExperienced(int person, int turn) =>
        IsAble(person, turn) && ShadowsNeeded(person, calendar.TurnDuty[turn]) == 0;

    private void TakePart(int person, List<int>[] members)
    {
        for (var duty = 0; duty < Duties; duty++)
        {
            if (!problem.People[person].TakesPartIn(problem.Duties[duty]))
                continue;
            takes[person * Duties + duty] = true;
            shadows[person * Duties + duty] = problem.People[person].ShadowsNeeded(problem.Duties[duty]);
            members[duty].Add(person);
        }
    }

    private void BeIn(int person)
    {
        var one = problem.People[person];
        var (away, longAway) = (new bool[calendar.Length], new bool[calendar.Length]);
        foreach (var absence in one.Absences)
        {
            Mark(away, absence.Start, absence.End);
            if (one.IsLong(absence))
                Mark(longAway, absence.Start, absence.End);
        }
        foreach (var holiday in one.Holidays)
            Mark(away, holiday, holiday);
        for (var day = 0; day < calendar.Days; day++)
        {
            var offset = calendar.Offsets[day];
            if (!one.IsEmployed(calendar.Dates[day]) || longAway[offset])
                continue;
            Counted.Set(person, day);
            if (!away[offset] && one.Workdays.Contains((IsoDayOfWeek)(calendar.Weekday[day] + 1)))
                In.Set(person, day);
        }
    }

    private void Mark(bool[] dates, LocalDate from, LocalDate to)
    {
        var first = Math.Max(0, Period.DaysBetween(problem.From, from));
        var last = Math.Min(dates.Length - 1, Period.DaysBetween(problem.From, to));
        for (var offset = first; offset <= last; offset++)
            dates[offset] = true;
    }

    // Before the plan nobody knows the duty days any more: Mondays to Fridays count.
    private int DistanceOfLastTurn(PlanPerson person)
    {
        var last = person.History.Values.Max(history => history.LastTurn < problem.From ? history.LastTurn : null);
        if (last is not { } date)
            return NoTurn;
        var distance = 1;
        for (date = date.PlusDays(1); date < problem.From; date = date.PlusDays(1))
            distance += date.DayOfWeek <= IsoDayOfWeek.Friday ? 1 : 0;
        return distance;
    }
}
