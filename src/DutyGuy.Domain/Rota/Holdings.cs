using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Who held or will hold the duty: the planned turns, cut by what people did.</summary>
public static class Holdings
{
    /// <summary>
    /// All holdings that overlap [from, to), in order, never two at once. extendUntil: a turn of that date lasts until its watch ends,
    /// at the latest until the next turn starts.
    /// </summary>
    public static IReadOnlyList<Holding> Of(
        RotaFacts facts,
        IReadOnlyList<TurnAct> acts,
        Instant from,
        Instant to,
        IReadOnlyDictionary<LocalDate, Instant>? extendUntil = null
    )
    {
        var turns = Turns.Between(facts, LocalDate.MinIsoValue, facts.Hours.DateOf(to));
        var all = UntilTheEnd(Of(facts.Hours, turns, acts, extendUntil), facts.EndedAt);
        return [.. all.Where(holding => holding.From < to && from < holding.To)];
    }

    /// <summary>Nobody holds a duty that was ended.</summary>
    internal static IReadOnlyList<Holding> UntilTheEnd(IReadOnlyList<Holding> holdings, Instant? end) =>
        end is not { } over
            ? holdings
            :
            [
                .. holdings
                    .Where(holding => holding.From < over)
                    .Select(holding => holding with { To = Instant.Min(holding.To, over) }),
            ];

    /// <summary>All holdings that planned turns (in the order of their dates) and what people did make, whoever planned them.</summary>
    public static IReadOnlyList<Holding> Of(
        DutyHours hours,
        IReadOnlyList<PlannedTurn> turns,
        IReadOnlyList<TurnAct> acts,
        IReadOnlyDictionary<LocalDate, Instant>? extendUntil = null
    )
    {
        var sweep = new HoldingSweep(hours, extendUntil);
        var next = 0;
        foreach (var act in acts.OrderBy(act => act.At).ThenBy(act => act.Id))
        {
            while (next < turns.Count && hours.StartOf(turns[next].Date) <= act.At)
                sweep.Start(turns[next++]);
            sweep.Apply(act);
        }
        while (next < turns.Count)
            sweep.Start(turns[next++]);
        return sweep.Finish();
    }
}
