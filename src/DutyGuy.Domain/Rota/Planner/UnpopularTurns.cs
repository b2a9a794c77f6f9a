using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Which turns nobody likes: Fridays, and a duty's last day before and first day after one of its holidays.</summary>
internal static class UnpopularTurns
{
    // A fortnight without the duty is no longer "the day before a holiday".
    private const int Reach = 13;

    public static bool[] Of(PlanProblem problem, PlanCalendar calendar)
    {
        var duties = problem.Duties.Select(Of).ToArray();
        var unpopular = new bool[calendar.Turns];
        for (var turn = 0; turn < unpopular.Length; turn++)
            unpopular[turn] = duties[calendar.TurnDuty[turn]](calendar.Dates[calendar.TurnDay[turn]]);
        return unpopular;
    }

    /// <summary>Whether a date of one duty is among them.</summary>
    public static Func<LocalDate, bool> Of(PlanDuty duty)
    {
        var beside = BesideHolidays(duty);
        return date => date.DayOfWeek == IsoDayOfWeek.Friday || beside.Contains(date);
    }

    private static HashSet<LocalDate> BesideHolidays(PlanDuty duty)
    {
        var found = new HashSet<LocalDate>();
        foreach (var holiday in duty.Holidays.Where(day => duty.Days.Contains(day.DayOfWeek)))
        {
            foreach (var step in (ReadOnlySpan<int>)[-1, 1])
            {
                var date = holiday.PlusDays(step);
                for (var i = 0; i < Reach && !duty.RunsOn(date); i++)
                    date = date.PlusDays(step);
                if (duty.RunsOn(date))
                    found.Add(date);
            }
        }
        return found;
    }
}
