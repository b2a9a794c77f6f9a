using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>
/// After the grouping has changed the errors that there are must be found by the keys that it makes now. Nothing is split,
/// merged or opened by it.
/// </summary>
public static class NewGrouping
{
    // What the others of an error would add is found by the traces.
    const int EventsOfEach = 10;

    /// <summary>Whose keys an older version made, each in a change of its own: when it is cut off, the rest is done next time.</summary>
    public static async Task BringUpToDate(DutyStore store, Instant now)
    {
        var places = await store.Read(async db =>
            await db
                .ErrorKeys.Where(k => k.Version != ErrorKeys.Version)
                .Select(k => new { k.Project, k.Environment })
                .Distinct()
                .ToListAsync()
        );
        foreach (var place in places)
            await store.Change(db => BringUpToDate(db, place.Project, place.Environment, now));
    }

    static async Task BringUpToDate(DutyDb db, int project, string environment, Instant now)
    {
        var all = await db.Errors.Where(e => e.Project == project && e.Environment == environment).ToListAsync();
        var errors = new List<(TrackedError Error, IReadOnlyList<KeptSighting> Kept)>();
        foreach (var error in all.Where(e => e.MergedInto is null))
            errors.Add((error, [.. (await db.KeptSightings(error.Id)).TakeLast(EventsOfEach)]));
        var platform = errors.SelectMany(e => e.Kept).Select(e => e.Seen.Platform).FirstOrDefault(p => p is not null);
        var keys = KeysAnew.Of(
            [.. errors.Select(e => e.Kept.Count > 0 ? e : (e.Error, [KeptSighting.Remembered(e.Error, platform)]))],
            await SplitOff(db)
        );
        var old = db.ErrorKeys.Where(k =>
            k.Project == project && k.Environment == environment && k.Version != ErrorKeys.Version
        );
        await old.Where(k => k.Key.StartsWith(ErrorKeys.TraceMark)).ExecuteDeleteAsync();
        // What nobody claims anew may still be right, where that rule has not changed.
        await old.ExecuteUpdateAsync(k => k.SetProperty(x => x.Version, ErrorKeys.Version));
        await db.Keep(project, environment, keys.Select(k => (k.Key, k.Value)), now);
    }

    static async Task<IReadOnlyDictionary<long, long>> SplitOff(DutyDb db)
    {
        var splits = await db
            .Regroupings.Where(r => r.Kind == RegroupingKind.Split && r.UndoneAt == null)
            .OrderBy(r => r.Id)
            .ToListAsync();
        return splits.GroupBy(s => s.Other).ToDictionary(g => g.Key, g => g.Last().Kept);
    }
}
