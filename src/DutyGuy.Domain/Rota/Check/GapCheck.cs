using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Days by which successive turns of one person miss the minimum gap, from the last turn before the plan on.</summary>
internal static class GapCheck
{
    public static int Missed(CheckedPlan both) =>
        Missed(both, both.Holders.Select(turn => (turn.Value, turn.Key.Date)));

    /// <summary>What the agreed and announced turns miss by themselves: nobody can avoid it.</summary>
    public static int MissedByPins(CheckedPlan both) =>
        Missed(both, both.Pins.Select(pin => (pin.Value.Person, pin.Key.Date)));

    private static int Missed(CheckedPlan both, IEnumerable<(string Person, LocalDate Date)> turns)
    {
        var numbers = both.DutyDays.Select((date, number) => (date, number)).ToDictionary(d => d.date, d => d.number);
        return turns
            .GroupBy(turn => turn.Person, StringComparer.Ordinal)
            .Sum(own => Missed(both, LastTurn(both, own.Key), own.Select(turn => numbers[turn.Date]).Order()));
    }

    private static int Missed(CheckedPlan both, int? earlier, IEnumerable<int> days)
    {
        var missed = 0;
        foreach (var day in days)
        {
            missed += earlier is null ? 0 : Math.Max(0, both.Problem.MinGap + 1 - (day - earlier.Value));
            earlier = day;
        }
        return missed;
    }

    // As the number of a duty day before day 0; before the plan Mondays to Fridays count.
    private static int? LastTurn(CheckedPlan both, string person)
    {
        var last = both.People[person]
            .History.Values.Where(history => history.LastTurn < both.Problem.From)
            .Max(history => history.LastTurn);
        return last is null ? null
            : last.Value.PlusDays(1) == both.Problem.From ? -1
            : -1
                - new DateInterval(last.Value.PlusDays(1), both.Problem.From.PlusDays(-1)).Count(date =>
                    date.DayOfWeek <= IsoDayOfWeek.Friday
                );
    }
}
