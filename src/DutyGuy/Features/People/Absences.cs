using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Features.People;

/// <summary>Enters and takes back absences.</summary>
static class Absences
{
    public static async Task<Outcome<Absence>> Add(DutyDb db, Absence absence, Caller caller, Instant now)
    {
        var found = await db.Find(absence.Person);
        if (found.Value is not { } person)
            return found.Refusal!;
        if (NotAllowed(person, caller) is { } not)
            return not;
        if (Reach.Wrong([absence.From, absence.To], now.InUtc().Date, "to") is { } far)
            return far;
        if (absence.To < absence.From)
            return Refusal.Invalid($"It ends on {absence.To:uuuu-MM-dd}, before it begins.", "to");
        if (await Same(db, absence).AnyAsync(a => a.Source == Absence.ByHand))
            return Refusal.Conflict($"{person.Name} is entered as away on these days already.");
        db.Append(AddPerson.PeopleFact(person.Handle, $"{person.Name} is away {absence.Days()}.", caller, now));
        return await db.Insert(absence);
    }

    public static async Task<Outcome<Absence>> Remove(
        DutyDb db,
        string handle,
        (string From, string To) days,
        Caller caller,
        Instant now
    )
    {
        var found = await db.Find(handle);
        if (found.Value is not { } person)
            return found.Refusal!;
        if (NotAllowed(person, caller) is { } not)
            return not;
        var (from, to) = (LocalDatePattern.Iso.Parse(days.From), LocalDatePattern.Iso.Parse(days.To));
        if (!from.Success || !to.Success)
            return None(person, days);
        var same = await Same(db, new Absence(handle, from.Value, to.Value)).ToListAsync();
        if (same.Count == 0)
            return None(person, days);
        if (same.Find(a => a.Source == Absence.ByHand) is not { } absence)
            return Refusal.Conflict(
                "These days come from a calendar. Take the event out there; the rota follows within a quarter of an hour."
            );
        db.Append(AddPerson.PeopleFact(handle, $"{person.Name} is not away {absence.Days()} after all.", caller, now));
        db.Remove(absence);
        return absence;
    }

    static Refusal None(Person person, (string From, string To) days) =>
        Refusal.NotFound($"{person.Name} has no absence from {days.From} to {days.To}.");

    static IQueryable<Absence> Same(DutyDb db, Absence a) =>
        db.Absences.Where(b => b.Person == a.Person && b.From == a.From && b.To == a.To);

    /// <summary>One's own, or with the process owner's role those of others.</summary>
    public static Refusal? NotAllowed(Person person, Caller caller) =>
        caller.Person == person.Handle || caller.Is(Role.ProcessOwner)
            ? null
            : Refusal.NotAllowed($"{person.Name} can do that, or the process owner.");
}
