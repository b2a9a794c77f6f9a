using NodaTime;

namespace DutyGuy.Domain;

public static partial class TurnNotices
{
    /// <summary>The key of a notice: the same for the same duty, date, kind and person, however often it is asked for.</summary>
    public static string Key(string duty, LocalDate date, NoticeKind kind, string person) =>
        $"notice({duty}, {date:uuuu-MM-dd}, {kind}, {person})";

    // Nothing goes out outside the hours, and nothing that a later notice has made pointless.
    private static bool MakesSense(NoticeDue notice, DutyHours hours, Instant now) =>
        hours.WorkingDayAt(now) is not null
        && notice.Kind switch
        {
            NoticeKind.FiveDaysBefore => now < DayBefore(hours, notice.Date),
            NoticeKind.DayBefore => now < hours.StartOf(notice.Date),
            _ => now < hours.EndOf(notice.Date),
        };

    private static Instant AnnouncedAt(DutyHours hours, LocalDate date) =>
        hours.StartOf(hours.AddWorkingDays(date, -HouseRules.WorkingDaysAhead));

    private static Instant DayBefore(DutyHours hours, LocalDate date)
    {
        var before = hours.PreviousWorkingDay(date);
        var at = hours.At(before, HouseRules.DayBeforeAt);
        return hours.WorkingDayAt(at) == before ? at : hours.StartOf(before);
    }

    // Whoever acts on the turn of the day has answered its notices; the button can be pressed before the hours begin.
    private static bool IsAnswered(DutyHours hours, LocalDate date, IReadOnlyList<TurnAct> acts) =>
        ActsOf(hours, date, acts).Any();

    private static IEnumerable<TurnAct> ActsOf(DutyHours hours, LocalDate date, IReadOnlyList<TurnAct> acts)
    {
        var (from, to) = (hours.EndOf(hours.PreviousWorkingDay(date)), hours.EndOf(date));
        return acts.Where(act =>
            from <= act.At && act.At < to && (act.At >= hours.StartOf(date) || act.Kind == TurnActKind.Started)
        );
    }

    private static Instant? EndedAt(RotaFacts facts, LocalDate date, IReadOnlyList<TurnAct> acts)
    {
        if (!ActsOf(facts.Hours, date, acts).Any(act => act.Kind == TurnActKind.Ended))
            return null;
        var (start, end) = (facts.Hours.StartOf(date), facts.Hours.EndOf(date));
        return Holdings.Of(facts, acts, start, end).LastOrDefault() is { EndedEarly: not null } last ? last.To : null;
    }

    // The next in the rota who is in today, is not the person of the turn, and has not ended it already.
    private static string? StandBy(
        RotaFacts facts,
        PlannedTurn turn,
        IEnumerable<PlannedTurn> later,
        IReadOnlyList<TurnAct> acts
    )
    {
        var queue = new TurnQueue(facts);
        var ended = ActsOf(facts.Hours, turn.Date, acts)
            .Where(act => act.Kind == TurnActKind.Ended)
            .Select(act => act.Person)
            .ToHashSet();
        return later
            .Select(next => next.Person)
            .FirstOrDefault(next =>
                next is not null && next != turn.Person && !ended.Contains(next) && queue.IsIn(next, turn.Date)
            );
    }
}
