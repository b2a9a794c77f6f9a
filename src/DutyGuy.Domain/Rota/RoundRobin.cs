using System.Globalization;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>
/// The first planner: whoever waits longest is next. It stores no position: the queue follows from the facts, every time anew.
/// </summary>
public static class RoundRobin
{
    /// <summary>The turns of all working days between two dates, both inclusive. Past turns stay what they were.</summary>
    public static IReadOnlyList<PlannedTurn> Plan(RotaFacts facts, LocalDate from, LocalDate to)
    {
        var past = ByDate(facts.PastTurns, turn => turn.Date);
        var fixedTurns = ByDate(facts.Overrides, turn => turn.Date);
        var queue = new TurnQueue(facts);
        var turns = new List<PlannedTurn>();
        foreach (var date in Dates(facts, past.Keys, to))
        {
            var turn = TurnOf(date, queue, past, fixedTurns, facts.Hours);
            if (turns.Count > 0 && turn.Person is not null && queue.Newcomers.Remove(turn.Person))
                turns[^1] = WithShadow(turns[^1], turn);
            turns.Add(turn);
        }
        return [.. turns.Where(turn => from <= turn.Date && turn.Date <= to)];
    }

    private static PlannedTurn TurnOf(
        LocalDate date,
        TurnQueue queue,
        Dictionary<LocalDate, PastTurn> past,
        Dictionary<LocalDate, TurnOverride> fixedTurns,
        DutyHours hours
    )
    {
        var decided = fixedTurns.GetValueOrDefault(date);
        if (past.TryGetValue(date, out var fact))
        {
            var byDecision = decided is not null && decided.Person == fact.Person;
            return queue.Fix(
                date,
                fact.Person,
                byDecision ? decided!.InsteadOf : null,
                byDecision ? decided!.Why : null
            );
        }
        if (decided is not null && queue.IsIn(decided.Person, date))
            return queue.Fix(date, decided.Person, decided.InsteadOf, decided.Why);
        var tomorrow = fixedTurns.GetValueOrDefault(hours.NextWorkingDay(date))?.Person;
        return queue.Pick(date, tomorrow, decided?.Person);
    }

    // One working day more than asked, because the shadow of the last day has their first turn on it.
    private static IEnumerable<LocalDate> Dates(RotaFacts facts, IEnumerable<LocalDate> past, LocalDate to)
    {
        var dates = new SortedSet<LocalDate>(past.Where(date => date <= to));
        var date = facts.Hours.NextWorkingDay(facts.FirstDay.PlusDays(-1));
        for (; date <= to; date = facts.Hours.NextWorkingDay(date))
            dates.Add(date);
        dates.Add(date);
        return dates;
    }

    private static PlannedTurn WithShadow(PlannedTurn before, PlannedTurn first)
    {
        if (before.Person == first.Person)
            return before;
        var day = first.Date.ToString("dddd d", CultureInfo.InvariantCulture);
        var why = $"{first.Person} shadows: first turn on {day}";
        return before with { Shadow = first.Person, Why = before.Why is null ? why : $"{before.Why}; {why}" };
    }

    private static Dictionary<LocalDate, T> ByDate<T>(IEnumerable<T> facts, Func<T, LocalDate> date)
    {
        var found = new Dictionary<LocalDate, T>();
        foreach (var fact in facts)
            found[date(fact)] = fact;
        return found;
    }
}
