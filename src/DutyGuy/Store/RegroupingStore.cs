using DutyGuy.Adapters.Sentry;
using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>What a merge, a split or taking one back asks and keeps, in the transaction that is open.</summary>
static class RegroupingStore
{
    /// <summary>The kept events of an error with their causes; those that cannot be read are of no kind.</summary>
    public static async Task<IReadOnlyList<KeptSighting>> KeptSightings(this DutyDb db, long error)
    {
        var rows = await db.ErrorEvents.Where(e => e.ErrorId == error).OrderBy(e => e.Id).ToListAsync();
        return
        [
            .. rows.Select(e => KeptEvent.Read(e.Json) is { } seen ? new KeptSighting(e, seen) : null)
                .OfType<KeptSighting>(),
        ];
    }

    /// <summary>The keys that these errors know.</summary>
    public static async Task<IReadOnlyList<ErrorKey>> KeysOf(this DutyDb db, params long[] errors) =>
        await db.ErrorKeys.Where(k => errors.Contains(k.ErrorId)).ToListAsync();

    /// <summary>What was merged and split of these errors and stands, oldest first.</summary>
    public static async Task<IReadOnlyList<Regrouping>> StandingOf(this DutyDb db, params long[] errors) =>
        await db
            .Regroupings.Where(r => r.UndoneAt == null && (errors.Contains(r.Kept) || errors.Contains(r.Other)))
            .OrderBy(r => r.Id)
            .ToListAsync();

    /// <summary>The errors that are a part of these, each with the one that it ended in.</summary>
    public static async Task<IReadOnlyDictionary<long, long>> PartsOf(this DutyDb db, IReadOnlyCollection<long> errors)
    {
        var ends = errors.ToDictionary(e => e, e => e);
        var level = errors.ToList();
        while (level.Count > 0)
        {
            var parts = await db
                .Errors.Where(e => e.MergedInto != null && level.Contains(e.MergedInto.Value))
                .Select(e => new { e.Id, Into = e.MergedInto!.Value })
                .ToListAsync();
            level = [.. parts.Where(p => ends.TryAdd(p.Id, ends[p.Into])).Select(p => p.Id)];
        }
        return ends.Where(e => !errors.Contains(e.Key)).ToDictionary();
    }

    /// <summary>The error in which a part of another one ended; itself when it is none.</summary>
    public static async Task<TrackedError> Whole(this DutyDb db, TrackedError error)
    {
        while (error.MergedInto is { } into)
            error = await db.Errors.FirstAsync(e => e.Id == into);
        return error;
    }

    /// <summary>Keeps all of it; what was so before needs nothing.</summary>
    public static async Task Apply(this DutyDb db, Regrouped done, Instant now)
    {
        if (done.Row is not { } row)
            return;
        await db.Apply(done.Decision, now);
        foreach (var move in done.Moves)
            await Move(db, move);
        await CountUsers(db, row.Kept);
        await CountUsers(db, row.Other);
        if (row.Id == 0)
            await db.Insert(row with { Fact = done.Decision.Facts[0].Id });
        else
            await db.Replace(row);
    }

    static Task Move(DutyDb db, EventMove move) =>
        move switch
        {
            EventMove.All all => All(db, all),
            EventMove.Some some => Some(db, some),
            EventMove.Back back => Back(db, back),
            _ => throw new NotSupportedException($"{move}"),
        };

    static async Task All(DutyDb db, EventMove.All move)
    {
        var there = db.ErrorEvents.Where(e => e.ErrorId == move.To).Select(e => e.EventId);
        await db.ErrorEvents.Where(e => e.ErrorId == move.From && there.Contains(e.EventId)).ExecuteDeleteAsync();
        await db
            .ErrorEvents.Where(e => e.ErrorId == move.From)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.ErrorId, move.To));
        var users = await db.ErrorUsers.Where(u => u.ErrorId == move.From).Select(u => u.UserKey).ToListAsync();
        await Hit(db, move.To, users, move.From);
    }

    static async Task Some(DutyDb db, EventMove.Some move)
    {
        await Move(db, move, move.Events);
        await Hit(db, move.To, move.Users, null);
        await db.ErrorUsers.Where(u => u.ErrorId == move.From && move.Gone.Contains(u.UserKey)).ExecuteDeleteAsync();
    }

    static async Task Back(DutyDb db, EventMove.Back move)
    {
        await Move(db, move, move.Events);
        await db.ErrorUsers.Where(u => u.ErrorId == move.From && u.CameFrom == move.To).ExecuteDeleteAsync();
        await Hit(db, move.To, move.Users, null);
    }

    static Task Move(DutyDb db, EventMove move, IReadOnlyList<long> events) =>
        db
            .ErrorEvents.Where(e => e.ErrorId == move.From && events.Contains(e.Id))
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.ErrorId, move.To));

    static Task Hit(DutyDb db, long error, IReadOnlyList<string> users, long? cameFrom) =>
        db.InsertMany<long>(
            "ErrorUsers",
            ["ErrorId", "UserKey", "CameFrom"],
            [.. users.Select(u => new object?[] { error, u, cameFrom })],
            "ErrorId"
        );

    static async Task CountUsers(DutyDb db, long id)
    {
        var error = await db.Errors.FirstAsync(e => e.Id == id);
        var users = await db.ErrorUsers.LongCountAsync(u => u.ErrorId == id);
        if (users != error.Users)
            await db.Replace(error with { Users = users });
    }
}
