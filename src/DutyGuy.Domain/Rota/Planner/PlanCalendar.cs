using NodaTime;

namespace DutyGuy.Domain;

/// <summary>The duty days of a plan, numbered from 0, and its turns: one for each duty that runs on a day, in the order of days and duties.</summary>
internal sealed class PlanCalendar
{
    private readonly PlanProblem problem;
    private readonly int[] dayOfOffset;

    public PlanCalendar(PlanProblem problem)
    {
        this.problem = problem;
        Length = Math.Max(0, Period.DaysBetween(problem.From, problem.To) + 1);
        dayOfOffset = new int[Length];
        List<LocalDate> dates = [];
        List<int> offsets = [];
        List<int> turnDay = [];
        List<int> turnDuty = [];
        List<int> first = [];
        for (var offset = 0; offset < Length; offset++)
        {
            var date = problem.From.PlusDays(offset);
            var before = turnDay.Count;
            for (var duty = 0; duty < problem.Duties.Count; duty++)
            {
                if (!problem.Duties[duty].RunsOn(date))
                    continue;
                turnDay.Add(dates.Count);
                turnDuty.Add(duty);
            }
            dayOfOffset[offset] = turnDay.Count > before ? dates.Count : -1;
            if (turnDay.Count == before)
                continue;
            dates.Add(date);
            offsets.Add(offset);
            first.Add(before);
        }
        first.Add(turnDay.Count);
        (Dates, Offsets, FirstTurn) = ([.. dates], [.. offsets], [.. first]);
        (TurnDay, TurnDuty) = ([.. turnDay], [.. turnDuty]);
        Weekday = [.. dates.Select(date => (int)date.DayOfWeek - 1)];
        Unpopular = UnpopularTurns.Of(problem, this);
    }

    /// <summary>Dates from the first to the last, duty days or not.</summary>
    public int Length { get; }

    /// <summary>The date of each duty day.</summary>
    public LocalDate[] Dates { get; }

    /// <summary>How many dates after the first of the plan a duty day lies.</summary>
    public int[] Offsets { get; }

    /// <summary>0 Monday to 6 Sunday, of each duty day.</summary>
    public int[] Weekday { get; }

    /// <summary>The first turn of each duty day, and after the last one the number of turns.</summary>
    public int[] FirstTurn { get; }

    /// <summary>The duty day of each turn.</summary>
    public int[] TurnDay { get; }

    /// <summary>The duty of each turn.</summary>
    public int[] TurnDuty { get; }

    /// <summary>Turns nobody likes: Fridays, and before and after a holiday.</summary>
    public bool[] Unpopular { get; }

    /// <summary>The number of duty days.</summary>
    public int Days => Dates.Length;

    /// <summary>The number of turns.</summary>
    public int Turns => TurnDay.Length;

    /// <summary>The duty day of a date, or -1.</summary>
    public int DayOf(LocalDate date)
    {
        var offset = Period.DaysBetween(problem.From, date);
        return offset < 0 || offset >= Length ? -1 : dayOfOffset[offset];
    }

    /// <summary>The turn of a duty on a duty day, or -1.</summary>
    public int TurnOf(int day, int duty)
    {
        if (day < 0)
            return -1;
        for (var turn = FirstTurn[day]; turn < FirstTurn[day + 1]; turn++)
        {
            if (TurnDuty[turn] == duty)
                return turn;
        }
        return -1;
    }
}
