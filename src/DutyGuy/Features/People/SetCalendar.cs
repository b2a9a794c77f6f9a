using DutyGuy.Clockwork;
using DutyGuy.Commands;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.People;

/// <summary>Sets, reads and removes the calendars that absences come from. Their addresses are sealed before they are kept.</summary>
sealed class SetCalendar(DutyStore store, SecretBox box, CalendarRefresh refresh, ServeSettings settings, IClock clock)
{
    /// <summary>One's own or the process owner's to change; the team's are the process owner's.</summary>
    public static Refusal? NotAllowed(AbsenceCalendar calendar, Caller caller) =>
        caller.Is(Role.ProcessOwner) || (calendar.Person is { } person && person == caller.Person)
            ? null
            : Refusal.NotAllowed(Access.WhoCould(Role.ProcessOwner));

    /// <summary>A person has one: another address takes its place. It is read at once, so that the answer says whether it works.</summary>
    public async Task<Outcome<CalendarView>> Set(string? person, string? url, Caller caller)
    {
        var kept = await store.Change(db => Keep(db, person, url, caller));
        return kept.Value is { } calendar ? await Read(calendar.Id, caller) : kept.Refusal!;
    }

    /// <summary>Reads it now, from end to end.</summary>
    public async Task<Outcome<CalendarView>> Read(long id, Caller caller)
    {
        if ((await Find(id, caller)).Refusal is { } not)
            return not;
        await refresh.Refresh(id);
        return (await store.Read(db => CalendarView.Of(db, caller))).First(c => c.Id == id);
    }

    /// <summary>Its absences go with it.</summary>
    public async Task<Refusal?> Remove(long id, Caller caller)
    {
        var found = await Find(id, caller);
        if (found.Value is not { } calendar)
            return found.Refusal;
        await store.Change(async db =>
        {
            db.Append(Told(calendar, "was removed; the absences that came from it are gone", caller));
            await db.Changes<Absence>();
            await db.Absences.Where(a => a.Source == calendar.Source).ExecuteDeleteAsync();
            await db.AbsenceCalendars.Where(c => c.Id == id).ExecuteDeleteAsync();
        });
        return null;
    }

    /// <summary>The calendar of a person, for whom it may concern.</summary>
    public Task<Outcome<CalendarView>> Of(string person, Caller caller) =>
        store.Read(async db =>
        {
            var found = await db.Find(person);
            if ((found.Refusal ?? Absences.NotAllowed(found.Value!, caller)) is { } not)
                return not;
            return (await CalendarView.Of(db, caller)).FirstOrDefault(c => c.Person == person) is { } calendar
                ? calendar
                : (Outcome<CalendarView>)
                    Refusal.NotFound($"{found.Value!.Name} has no calendar here. POST its address to set one.");
        });

    Task<Outcome<AbsenceCalendar>> Find(long id, Caller caller) =>
        store.Read(async db =>
            await db.AbsenceCalendars.FirstOrDefaultAsync(c => c.Id == id) is not { } calendar
                ? Refusal.NotFound($"There is no calendar {id}.")
            : NotAllowed(calendar, caller) is { } not ? not
            : (Outcome<AbsenceCalendar>)calendar
        );

    async Task<Outcome<AbsenceCalendar>> Keep(DutyDb db, string? person, string? url, Caller caller)
    {
        var found = person is null ? default : await db.Find(person);
        if ((found.Refusal ?? (found.Value is { } own ? Absences.NotAllowed(own, caller) : null)) is { } not)
            return not;
        if (CalendarRules.Wrong(url, settings.CalendarHosts) is { } wrong)
            return wrong;
        var plain = CalendarRules.Plain(url!);
        var before = person is null ? null : await db.AbsenceCalendars.FirstOrDefaultAsync(c => c.Person == person);
        var calendar = new AbsenceCalendar
        {
            Id = before?.Id ?? 0,
            Person = person,
            Url = box.Seal(plain),
            Host = new Uri(plain).Host,
        };
        db.Append(Told(calendar, before is null ? "was connected" : "has another address now", caller));
        if (before is null)
            return await db.Insert(calendar);
        await db.Replace(calendar);
        return calendar;
    }

    Fact Told(AbsenceCalendar calendar, string what, Caller caller) =>
        new()
        {
            At = clock.GetCurrentInstant(),
            Kind = FactKind.Source,
            Source = caller.Name,
            Subject = calendar.Person is { } person ? $"person:{person}" : "calendar",
            Text = $"The calendar of {calendar.Person ?? "the team"} at {calendar.Host} {what}.",
        };
}
