using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>
/// The turns of a duty, for board, calendar, pokes, API and chat: past ones as they were, then what people decided, then the
/// plan while its person can; where all that is silent, whoever waits longest. No position is stored: the queue follows
/// from the facts, every time anew.
/// </summary>
public static class Turns
{
    private const string NotPlanned = "not planned yet: the rota is planned a year ahead";

    private const int MonthsOfANewPlan = 6;

    // More ends than a pass and the pages ask for.
    private const int MostRemembered = 32;

    // One moment asks for the same turns many times, and facts of the rota stay the same for hours.
    private static readonly ConditionalWeakTable<
        RotaFacts,
        ConcurrentDictionary<LocalDate, IReadOnlyList<PlannedTurn>>
    > Remembered = [];

    /// <summary>The turns of all working days between two dates, both inclusive.</summary>
    public static IReadOnlyList<PlannedTurn> Between(RotaFacts facts, LocalDate from, LocalDate to)
    {
        var known = Remembered.GetOrCreateValue(facts);
        if (known.Count >= MostRemembered)
            known.Clear();
        var turns = known.GetOrAdd(to, until => Until(facts, until));
        return [.. turns.Where(turn => from <= turn.Date && turn.Date <= to && !IsAfterTheEnd(facts, turn.Date))];
    }

    private static bool IsAfterTheEnd(RotaFacts facts, LocalDate date) =>
        facts.EndedAt is { } end && end <= facts.Hours.StartOf(date);

    // One more than asked may be among them.
    private static List<PlannedTurn> Until(RotaFacts facts, LocalDate to)
    {
        var past = ByDate(facts.PastTurns, turn => turn.Date);
        var fixedTurns = ByDate(facts.Overrides, turn => turn.Date);
        var planned = ByDate(facts.Planned, turn => turn.Date);
        var queue = new TurnQueue(facts);
        var turns = new List<PlannedTurn>();
        var last = EndOfPlan(facts.FirstDay, past.Keys, planned.Keys);
        foreach (var date in Dates(facts, past.Keys, to))
        {
            var turn =
                date > last && !fixedTurns.ContainsKey(date)
                    ? queue.Fix(date, null, null, NotPlanned)
                    : TurnOf(date, queue, past, fixedTurns, planned, facts.Hours);
            if (turn.Person is not null && queue.Newcomers.Remove(turn.Person))
                AddShadow(turns, turn, queue);
            turns.Add(turn);
        }
        return turns;
    }

    // Behind the plan only the plan of all duties together knows who is free; a plan that was not renewed for long has no end.
    private static LocalDate EndOfPlan(LocalDate firstDay, ICollection<LocalDate> past, ICollection<LocalDate> planned)
    {
        var known = past.Count == 0 ? firstDay : past.Max();
        return planned.Count > 0 && planned.Max() is var last && last > known.PlusMonths(MonthsOfANewPlan)
            ? last
            : LocalDate.MaxIsoValue;
    }

    /// <summary>Whether somebody can have the turn of a date: takes part, works on this day, and is not away.</summary>
    public static bool CanHave(RotaFacts facts, string person, LocalDate date) =>
        new TurnQueue(facts).IsIn(person, date);

    private static PlannedTurn TurnOf(
        LocalDate date,
        TurnQueue queue,
        Dictionary<LocalDate, PastTurn> past,
        Dictionary<LocalDate, TurnOverride> fixedTurns,
        Dictionary<LocalDate, PlannedTurn> planned,
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
        if (planned.GetValueOrDefault(date) is { Person: { } person } plan && queue.IsIn(person, date))
            return queue.Fix(date, person, null, plan.Why);
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

    // On the last day before their first turn on which they are in and somebody else has the duty.
    private static void AddShadow(List<PlannedTurn> turns, PlannedTurn first, TurnQueue queue)
    {
        var i = turns.FindLastIndex(t => t.Person != first.Person && queue.IsIn(first.Person!, t.Date));
        if (i < 0)
            return;
        var day = first.Date.ToString("dddd d", CultureInfo.InvariantCulture);
        var why = $"{first.Person} shadows: first turn on {day}";
        turns[i] = turns[i] with { Shadow = first.Person, Why = turns[i].Why is null ? why : $"{turns[i].Why}; {why}" };
    }

    private static Dictionary<LocalDate, T> ByDate<T>(IEnumerable<T> facts, Func<T, LocalDate> date)
    {
        var found = new Dictionary<LocalDate, T>();
        foreach (var fact in facts)
            found[date(fact)] = fact;
        return found;
    }
}
