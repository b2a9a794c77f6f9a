using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Triage;

/// <summary>A person merges, splits, or takes back, each in one transaction; gives the error that is shown then.</summary>
static class RegroupErrors
{
    public static Task<Outcome<long>> Merge(DutyStore store, long id, long with, string? by, Instant now) =>
        On(
            store,
            id,
            by,
            now,
            async (db, facts, error, me) =>
            {
                if (await db.Errors.FirstOrDefaultAsync(e => e.Id == with) is not { } other)
                    return Refusal.Invalid($"There is no error {with}.", "with");
                var kept = await db
                    .ErrorEvents.Where(e => e.ErrorId == id || e.ErrorId == with)
                    .Select(e => new { e.ErrorId, e.Id })
                    .ToListAsync();
                return ErrorMerge.Of(
                    facts,
                    error,
                    other,
                    me,
                    await db.KeysOf(id, with),
                    kept.ToLookup(e => e.ErrorId, e => e.Id)
                );
            }
        );

    public static Task<Outcome<long>> Split(
        DutyStore store,
        long id,
        IReadOnlyList<string> variants,
        string? by,
        Instant now
    ) =>
        On(
            store,
            id,
            by,
            now,
            async (db, facts, error, me) =>
            {
                var split = ErrorSplit.Of(
                    facts,
                    error,
                    me,
                    variants,
                    await db.KeptSightings(id),
                    await db.KeysOf(id),
                    await db.StandingOf(id)
                );
                return split switch
                {
                    { Refusal: { } refusal } => refusal,
                    { Value: SplitOff.New off } => off.With((await db.Insert(off.Born)).Id),
                    _ => Regrouped.Already(((SplitOff.Already)split.Value!).Error),
                };
            }
        );

    /// <summary>Takes back what a fact tells.</summary>
    public static Task<Outcome<long>> Undo(DutyStore store, long fact, string? by, Instant now) =>
        store.Change<Outcome<long>>(async db =>
        {
            if (await db.Facts.FirstOrDefaultAsync(f => f.Id == fact) is null)
                return Refusal.NotFound($"There is no fact {fact}.");
            if (await db.Regroupings.FirstOrDefaultAsync(r => r.Fact == fact) is not { } what)
                return Refusal.Conflict("This is not taken back by one press: only a merge or a split of errors is.");
            return await In(db, what.Kept, by, now, (facts, kept, me) => TakenBack(db, facts, what, kept, me));
        });

    static async Task<Outcome<Regrouped>> TakenBack(
        DutyDb db,
        DutyFacts facts,
        Regrouping what,
        TrackedError kept,
        string by
    ) =>
        TakeBack.Of(
            facts,
            what,
            [.. (await db.StandingOf(what.Kept, what.Other)).Where(r => r.Id > what.Id)],
            kept,
            await db.Errors.FirstAsync(e => e.Id == what.Other),
            by,
            await db.KeysOf(what.Kept, what.Other),
            await db.KeptSightings(what.Kept),
            await db.Pokes.Where(p => what.Notes.Pokes.Contains(p.Id)).ToListAsync()
        );

    static Task<Outcome<long>> On(DutyStore store, long id, string? by, Instant now, LookingAct act) =>
        store.Change(db => In(db, id, by, now, (facts, error, me) => act(db, facts, error, me)));

    static async Task<Outcome<long>> In(DutyDb db, long id, string? by, Instant now, Act act)
    {
        if (by is null)
            return Asking.NoPerson();
        if (await db.Errors.FirstOrDefaultAsync(e => e.Id == id) is not { } error)
            return Refusal.NotFound($"There is no error {id}.");
        if (await db.LoadFacts(error, now) is not { } facts)
            return await db.NobodyLooksAfter(error);
        var decided = await act(facts, error, by);
        if (decided.Refusal is { } refusal)
            return refusal;
        await db.Apply(decided.Value!, now);
        return decided.Value!.Shown;
    }

    delegate Task<Outcome<Regrouped>> Act(DutyFacts facts, TrackedError error, string by);

    delegate Task<Outcome<Regrouped>> LookingAct(DutyDb db, DutyFacts facts, TrackedError error, string by);
}
