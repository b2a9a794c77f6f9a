using NodaTime;

namespace DutyGuy.Domain;

/// <summary>The one place that answers who is on duty, for board, calendar, pokes, API and chat.</summary>
public static class OnDuty
{
    // Far enough to find the next person behind holidays and days without anybody.
    private const int DaysAhead = 45;

    /// <summary>Who is on duty at the instant, until when, and who is next. extendUntil: a watch keeps the turn of a date open.</summary>
    public static OnDutyAnswer At(
        RotaFacts facts,
        IReadOnlyList<TurnAct> acts,
        Instant instant,
        IReadOnlyDictionary<LocalDate, Instant>? extendUntil = null
    )
    {
        var turns = Turns.Between(facts, LocalDate.MinIsoValue, facts.Hours.DateOf(instant).PlusDays(DaysAhead + 1));
        return At(facts.Hours, turns, acts, instant, extendUntil, facts.EndedAt);
    }

    /// <summary>The same from planned turns, in the order of their dates, whoever planned them. Only those near the instant are looked at.</summary>
    public static OnDutyAnswer At(
        DutyHours hours,
        IReadOnlyList<PlannedTurn> turns,
        IReadOnlyList<TurnAct> acts,
        Instant instant,
        IReadOnlyDictionary<LocalDate, Instant>? extendUntil = null,
        Instant? endedAt = null
    )
    {
        var (near, since) = Near(hours, turns, instant);
        IReadOnlyList<TurnAct> recent = [.. acts.Where(act => act.At >= since)];
        var holdings = Holdings.UntilTheEnd(Holdings.Of(hours, near, recent, extendUntil), endedAt);
        var now = holdings.LastOrDefault(holding => holding.From <= instant && instant < holding.To);
        var next = holdings.FirstOrDefault(holding => holding.From > instant);
        return new(
            now?.Person,
            now?.From ?? holdings.LastOrDefault(holding => holding.To <= instant)?.To,
            now is null ? next?.From : Known(now.To),
            next is null ? null : new(next.Person, next.From)
        );
    }

    // Whoever has a turn ends what was before: from the third last turn with a person on, nothing earlier matters.
    private static (IReadOnlyList<PlannedTurn> Turns, Instant Since) Near(
        DutyHours hours,
        IReadOnlyList<PlannedTurn> turns,
        Instant instant
    )
    {
        var date = hours.DateOf(instant);
        var (first, last) = (FirstAfter(turns, date), FirstAfter(turns, date.PlusDays(DaysAhead)));
        for (var found = 0; first > 0 && found < 3; first--)
            found += turns[first - 1] is { Person: not null } turn && hours.StartOf(turn.Date) <= instant ? 1 : 0;
        var near = Enumerable.Range(first, last - first).Select(i => turns[i]);
        return ([.. near], first == 0 ? Instant.MinValue : hours.StartOf(turns[first].Date));
    }

    private static int FirstAfter(IReadOnlyList<PlannedTurn> turns, LocalDate date)
    {
        var (low, high) = (0, turns.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = turns[middle].Date <= date ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    // A take-over with no turn in sight has no end yet.
    private static Instant? Known(Instant to) => to == Instant.MaxValue ? null : to;
}
