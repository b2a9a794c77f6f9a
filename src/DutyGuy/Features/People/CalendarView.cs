using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.People;

/// <summary>A calendar as it may be seen: of its address the host alone.</summary>
/// <param name="Person">Whose; null: the team's.</param>
/// <param name="Absences">How many absences came from it.</param>
/// <param name="LeftOut">Events that are nobody's absence though they look like one, each with the reason.</param>
public sealed record CalendarView(
    long Id,
    string? Person,
    string Host,
    Instant? LastReadAt,
    string? LastFailure,
    int Absences,
    IReadOnlyList<string> LeftOut
)
{
    /// <summary>Those that the caller may change: one's own, or for the process owner all; the team's first.</summary>
    public static async Task<IReadOnlyList<CalendarView>> Of(DutyDb db, Caller caller)
    {
        var counts = await db
            .Absences.Where(a => a.Source != Absence.ByHand)
            .GroupBy(a => a.Source)
            .ToDictionaryAsync(g => g.Key, g => g.Count());
        return
        [
            .. (await db.AbsenceCalendars.ToListAsync())
                .Where(c => SetCalendar.NotAllowed(c, caller) is null)
                .OrderBy(c => c.Person, StringComparer.Ordinal)
                .ThenBy(c => c.Id)
                .Select(c => Of(c, counts.GetValueOrDefault(c.Source))),
        ];
    }

    static CalendarView Of(AbsenceCalendar c, int absences) =>
        new(c.Id, c.Person, c.Host, c.LastReadAt, c.LastFailure, absences, c.LeftOut);
}
