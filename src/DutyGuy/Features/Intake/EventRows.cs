using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Features.Intake;

/// <summary>The single events and the counted users, in as few statements as can be: they are most of the writing.</summary>
static class EventRows
{
    /// <summary>Events kept of an error.</summary>
    public const int MostKept = 50;

    /// <summary>For how many days.</summary>
    public const int DaysKept = 30;

    /// <summary>Writes the newest events of each error.</summary>
    public static Task Keep(DutyDb db, IReadOnlyList<IGrouping<long, Sighting>> errors) =>
        db.InsertMany<long>(
            "ErrorEvents",
            ["ErrorId", "EventId", "At", "Release", "Json"],
            [.. errors.SelectMany(e => e.TakeLast(MostKept).Select(s => Row(e.Key, s)))],
            "Id"
        );

    /// <summary>Notes who was hit, by keyed hash; gives how many of them are new, by error.</summary>
    public static async Task<Dictionary<long, int>> CountNewUsers(
        DutyDb db,
        IReadOnlyList<IGrouping<long, Sighting>> errors
    )
    {
        var rows = errors
            .SelectMany(e => e.Select(s => (Error: e.Key, s.Seen.UserKey)))
            .Where(u => u.UserKey is not null)
            .Distinct()
            .Select(u => new object?[] { u.Error, u.UserKey })
            .ToList();
        var inserted = await db.InsertMany<long>("ErrorUsers", ["ErrorId", "UserKey"], rows, "ErrorId");
        return inserted.CountBy(error => error).ToDictionary();
    }

    /// <summary>Forgets all but the newest events of an error.</summary>
    public static async Task Trim(DutyDb db, long error)
    {
        var kept = db.ErrorEvents.Where(e => e.ErrorId == error).OrderByDescending(e => e.Id);
        var last = await kept.Skip(MostKept - 1).Select(e => (long?)e.Id).FirstOrDefaultAsync();
        if (last is not null)
            await db.ErrorEvents.Where(e => e.ErrorId == error && e.Id < last).ExecuteDeleteAsync();
    }

    static object?[] Row(long error, Sighting s) => [error, s.EventId, s.At.ToUnixTimeTicks(), s.Seen.Release, s.Json];
}
