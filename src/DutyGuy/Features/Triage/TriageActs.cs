using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Triage;

/// <summary>Every act of a person on an error in one transaction; for the API and for the pages' forms.</summary>
static class TriageActs
{
    public static Task<Outcome<TrackedError>> Poke(DutyStore store, long id, string? by, string person, Instant now) =>
        OnError(store, id, by, now, (facts, error, me) => ErrorActs.Poke(facts, error, me, person));

    public static Task<Outcome<TrackedError>> Assign(
        DutyStore store,
        long id,
        string? by,
        string? person,
        Instant now
    ) => OnError(store, id, by, now, (facts, error, me) => ErrorActs.Assign(facts, error, me, person));

    public static Task<Outcome<TrackedError>> Conclude(
        DutyStore store,
        long id,
        string? by,
        string text,
        Instant now
    ) => OnError(store, id, by, now, (facts, error, me) => ErrorActs.Conclude(facts, error, me, text));

    public static Task<Outcome<TrackedError>> Ignore(DutyStore store, long id, string? by, Instant now) =>
        OnError(store, id, by, now, ErrorActs.Ignore);

    public static Task<Outcome<TrackedError>> Resolve(DutyStore store, long id, string? by, Instant now) =>
        store.Change(async db =>
        {
            var release = await RunningRelease.Of(db, id);
            return await In(db, id, by, now, (facts, error, me) => ErrorActs.Resolve(facts, error, me, release));
        });

    static Task<Outcome<TrackedError>> OnError(DutyStore store, long id, string? by, Instant now, Act act) =>
        store.Change(db => In(db, id, by, now, act));

    static async Task<Outcome<TrackedError>> In(DutyDb db, long id, string? by, Instant now, Act act)
    {
        if (by is null)
            return Asking.NoPerson();
        if (await db.Errors.FirstOrDefaultAsync(e => e.Id == id) is not { } error)
            return Refusal.NotFound($"There is no error {id}.");
        if (error.MergedInto is { } into)
            return Refusal.Conflict($"Error {id} is a part of error {into}. Do it there.");
        if (await db.LoadFacts(error, now) is not { } facts)
            return await db.NobodyLooksAfter(error);
        var decided = act(facts, error, by);
        if (decided.Refusal is { } refusal)
            return refusal;
        await db.Apply(decided.Value!, now);
        return await db.Errors.FirstAsync(e => e.Id == id);
    }

    delegate Outcome<Decision> Act(DutyFacts facts, TrackedError error, string by);
}
