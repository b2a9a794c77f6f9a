using DutyGuy.Adapters.Calendars;
using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>Writes what a reading of a calendar came to. A calendar that was changed or removed meanwhile is left alone.</summary>
sealed class CalendarKeeping(AbsenceCalendar calendar, Instant now)
{
    public async Task Keep(DutyDb db, CalendarEvents read, string? etag)
    {
        if (!await Same(db).AnyAsync())
            return;
        var people = await db.People.ToListAsync();
        var hours = await CalendarHours.Load(db, now);
        var kept = await db.Absences.Where(a => a.Source == calendar.Source).ToListAsync();
        var change = CalendarAbsences.Change(calendar, read.Events, kept, people, hours.Of, now);
        db.Absences.RemoveRange(change.Gone);
        db.Absences.AddRange(change.Added);
        foreach (var (absence, away) in change.Gone.Select(a => (a, false)).Concat(change.Added.Select(a => (a, true))))
            db.Append(Told("person:" + absence.Person, FactKind.RotaChanged, Sentence(absence, away, people)));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        IReadOnlyList<string> leftOut = [.. read.LeftOut, .. change.LeftOut];
        var today = now.InUtc().Date;
        await Success(db);
        await Same(db)
            .ExecuteUpdateAsync(c =>
                c.SetProperty(x => x.ETag, etag)
                    .SetProperty(x => x.ReadInFullOn, today)
                    .SetProperty(x => x.LeftOut, leftOut)
            );
    }

    public Task Unchanged(DutyDb db) => Success(db);

    public async Task Fail(DutyDb db, string why)
    {
        // Said once: the pages show it until it can be read again.
        if (calendar.LastFailure is null)
            db.Append(
                Told(
                    calendar.Source,
                    FactKind.Source,
                    $"The calendar of {Whose} at {calendar.Host} cannot be read: {why}"
                )
            );
        await Same(db).ExecuteUpdateAsync(c => c.SetProperty(x => x.LastFailure, why).SetProperty(x => x.TriedAt, now));
    }

    async Task Success(DutyDb db)
    {
        if (calendar.LastFailure is not null)
            db.Append(
                Told(calendar.Source, FactKind.Source, $"The calendar of {Whose} at {calendar.Host} can be read again.")
            );
        // Without a change of a row the pages and passes need not be woken.
        await Same(db)
            .ExecuteUpdateAsync(c =>
                c.SetProperty(x => x.LastReadAt, now)
                    .SetProperty(x => x.TriedAt, now)
                    .SetProperty(x => x.LastFailure, (string?)null)
            );
    }

    IQueryable<AbsenceCalendar> Same(DutyDb db) =>
        db.AbsenceCalendars.Where(c => c.Id == calendar.Id && c.Url == calendar.Url);

    string Whose => calendar.Person ?? "the team";

    static string Sentence(Absence absence, bool away, List<Person> people)
    {
        var name = people.Find(p => p.Handle == absence.Person)?.Name ?? absence.Person;
        return away ? $"{name} is away {absence.Days()}." : $"{name} is not away {absence.Days()} after all.";
    }

    Fact Told(string subject, FactKind kind, string text) =>
        new()
        {
            At = now,
            Kind = kind,
            Source = "calendar",
            Subject = subject,
            Text = text,
        };
}
