using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.LogBook;

/// <summary>The two things only the person knows.</summary>
sealed record EntryWords(string? Odd, string? Tomorrow);

/// <summary>One's own entry can be completed until the end of the next working day.</summary>
static class WriteEntry
{
    public static async Task<IResult> Handle(long id, EntryWords words, Caller caller, DutyStore store, IClock clock)
    {
        var outcome = await store.Change(db =>
            Change(
                db,
                id,
                caller,
                clock.GetCurrentInstant(),
                (_, entry) => Entries.Write(entry, words.Odd, words.Tomorrow)
            )
        );
        return await outcome.Show(store, clock);
    }

    /// <summary>Changes one's own entry by a pure decision.</summary>
    public static async Task<Outcome<long>> Change(
        DutyDb db,
        long id,
        Caller caller,
        Instant now,
        Func<DutyFacts, LogEntry, Outcome<Decision>> decide
    )
    {
        if (await db.LogEntries.FirstOrDefaultAsync(e => e.Id == id) is not { } entry)
            return Refusal.NotFound($"There is no entry {id}.");
        var facts = (await db.LoadFacts(entry.Duty, now))!;
        if (Entries.MayWrite(facts, entry, caller.Person) is { } refusal)
            return refusal;
        var decided = decide(facts, entry);
        if (decided.Refusal is { } no)
            return no;
        await db.Apply(decided.Value!, now);
        return id;
    }

    /// <summary>The entry after the change, or the refusal.</summary>
    public static async Task<IResult> Show(this Outcome<long> changed, DutyStore store, IClock clock) =>
        changed.Refusal is { } refusal
            ? refusal.ToProblem()
            : (await store.Read(db => ReadLog.Find(db, changed.Value, clock.GetCurrentInstant()))).ToResult();
}
