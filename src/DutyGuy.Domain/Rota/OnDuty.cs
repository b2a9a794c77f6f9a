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
        var end = facts.Hours.EndOf(facts.Hours.DateOf(instant).PlusDays(DaysAhead));
        var holdings = Holdings.Of(facts, acts, Instant.MinValue, end, extendUntil);
        var now = holdings.LastOrDefault(holding => holding.From <= instant && instant < holding.To);
        var next = holdings.FirstOrDefault(holding => holding.From > instant);
        return new(
            now?.Person,
            now?.From ?? holdings.LastOrDefault(holding => holding.To <= instant)?.To,
            now is null ? next?.From : Known(now.To),
            next is null ? null : new(next.Person, next.From)
        );
    }

    // A take-over with no turn in sight has no end yet.
    private static Instant? Known(Instant to) => to == Instant.MaxValue ? null : to;
}
