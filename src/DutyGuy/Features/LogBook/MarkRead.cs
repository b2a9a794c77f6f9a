using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.LogBook;

/// <summary>Somebody read an entry; recorded once.</summary>
static class MarkRead
{
    public static async Task<IResult> Handle(long id, Caller caller, DutyStore store, IClock clock)
    {
        var outcome = await store.Change(db => Read(db, id, caller.Person, clock.GetCurrentInstant()));
        return await outcome.Show(store, clock);
    }

    static async Task<Outcome<long>> Read(DutyDb db, long id, string? person, Instant now)
    {
        if (person is null)
            return Refusal.NotAllowed("Only a person reads. Use a token that belongs to somebody.");
        if (await db.LogEntries.FirstOrDefaultAsync(e => e.Id == id) is not { } entry)
            return Refusal.NotFound($"There is no entry {id}.");
        if (!entry.ReadBy.ContainsKey(person))
            await db.Apply(Entries.Read(entry, person, now), now);
        return id;
    }
}
