using NodaTime;

namespace DutyGuy.Domain;

public static partial class TurnNotices
{
    /// <summary>The next instant after now at which anything of the rota changes: a turn starts or ends, a notice is due.</summary>
    public static Instant NextInstant(
        RotaFacts facts,
        IReadOnlyList<TurnAct> acts,
        Instant now,
        IReadOnlyDictionary<LocalDate, Instant>? extendUntil = null
    )
    {
        var hours = facts.Hours;
        var nextDay = hours.NextWorkingDay(hours.DateOf(now));
        var changes = Holdings
            .Of(facts, acts, now, hours.EndOf(nextDay), extendUntil)
            .SelectMany(holding => new[] { holding.From, holding.To });
        var notices = Around(facts, acts, now).Select(notice => notice.At);
        // What became due outside the hours waits for the next start.
        var start = hours.StartOf(hours.NextWorkingDay(hours.DateOf(now).PlusDays(-1)));
        return changes.Concat(notices).Append(start).Append(hours.StartOf(nextDay)).Where(at => at > now).Min();
    }

    // The turns of today and of the days whose first notice can be due by now or soon.
    private static IEnumerable<NoticeDue> Around(RotaFacts facts, IReadOnlyList<TurnAct> acts, Instant now)
    {
        var today = facts.Hours.DateOf(now);
        var last = facts.Hours.AddWorkingDays(today, 2 * HouseRules.WorkingDaysAhead);
        var turns = Turns.Between(facts, facts.Hours.PreviousWorkingDay(today), last);
        return turns.SelectMany((turn, i) => Of(facts, turn, turns.Skip(i + 1), acts));
    }

    private static IEnumerable<NoticeDue> Of(
        RotaFacts facts,
        PlannedTurn turn,
        IEnumerable<PlannedTurn> later,
        IReadOnlyList<TurnAct> acts
    )
    {
        if (turn.Person is not { } person)
            return [];
        var (hours, start) = (facts.Hours, facts.Hours.StartOf(turn.Date));
        NoticeDue Notice(NoticeKind kind, Instant at, string? to) =>
            new(kind, person, turn.Date, at, to, Key(facts.Duty, turn.Date, kind, to ?? person));
        var notices = new List<NoticeDue>
        {
            Notice(NoticeKind.FiveDaysBefore, AnnouncedAt(hours, turn.Date), person),
            Notice(NoticeKind.DayBefore, DayBefore(hours, turn.Date), person),
        };
        var asked = EndedAt(facts, turn.Date, acts);
        if (!IsAnswered(hours, turn.Date, acts))
        {
            notices.Add(Notice(NoticeKind.Start, start, person));
            notices.Add(Notice(NoticeKind.NotStartedReminder, start + HouseRules.RemindAfter, person));
            notices.Add(Notice(NoticeKind.ProcessOwnerTold, start + HouseRules.StandByAfter, null));
            asked = start + HouseRules.StandByAfter;
        }
        if (asked is { } at && StandBy(facts, turn, later, acts) is { } standBy)
            notices.Add(Notice(NoticeKind.StandByAsked, at, standBy));
        return notices;
    }
}
