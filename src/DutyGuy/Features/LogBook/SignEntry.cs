using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using NodaTime;

namespace DutyGuy.Features.LogBook;

/// <summary>The person signs; that does not end the turn.</summary>
static class SignEntry
{
    public static async Task<IResult> Handle(long id, Caller caller, DutyStore store, IClock clock)
    {
        var outcome = await store.Change(db =>
            WriteEntry.Change(db, id, caller, clock.GetCurrentInstant(), (facts, entry) => Entries.Sign(facts, entry))
        );
        return await outcome.Show(store, clock);
    }
}
