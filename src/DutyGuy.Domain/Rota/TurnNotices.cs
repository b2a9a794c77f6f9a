using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What a notice about a turn is for.</summary>
public enum NoticeKind
{
    /// <summary>Five working days before, with a link to swap.</summary>
    FiveDaysBefore,

    /// <summary>The working day before, at 16:00.</summary>
    DayBefore,

    /// <summary>At the start, with the button "Start my duty".</summary>
    Start,

    /// <summary>Not started after half an hour.</summary>
    NotStartedReminder,

    /// <summary>Not started after 45 minutes, or ended early: the next in the rota is asked to take it.</summary>
    StandByAsked,

    /// <summary>Not started after 45 minutes: the process owner is told.</summary>
    ProcessOwnerTold,
}

/// <summary>A notice about the turn of Date of Person. To is who gets it; null: the process owner. Key goes with the effect, once.</summary>
public sealed record NoticeDue(NoticeKind Kind, string Person, LocalDate Date, Instant At, string? To, string Key);

/// <summary>Tells people about their turns: never at night, never twice.</summary>
public static partial class TurnNotices
{
    /// <summary>Whether the turn of a date has been announced by now, five working days before it.</summary>
    public static bool IsAnnounced(DutyHours hours, LocalDate date, Instant now) => AnnouncedAt(hours, date) <= now;

    /// <summary>The notices that are due and still make sense at this instant; those already sent are known by their keys.</summary>
    public static IReadOnlyList<NoticeDue> Due(RotaFacts facts, IReadOnlyList<TurnAct> acts, Instant now) =>
        [.. Around(facts, acts, now).Where(notice => notice.At <= now && MakesSense(notice, facts.Hours, now))];
}
