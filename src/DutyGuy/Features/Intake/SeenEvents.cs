using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Intake;

/// <summary>
/// Each event counts once, for as long as single events are kept: a sender that did not hear our answer sends again, also
/// after we began anew.
/// </summary>
static class SeenEvents
{
    /// <summary>Those not seen before, each once; from here on they are seen.</summary>
    public static async Task<IReadOnlyList<Sighting>> Fresh(DutyDb db, IEnumerable<Sighting> sightings, Instant now)
    {
        var all = new Dictionary<long, Sighting>();
        foreach (var sighting in sightings)
            all.TryAdd(NumberOf(sighting.Project, sighting.EventId), sighting);
        var today = Day(now);
        var inserted = await db.InsertMany<long>(
            "SeenEvents",
            ["Id", "Day"],
            [.. all.Keys.Order().Select(number => new object?[] { number, today })],
            "Id",
            // One that is old counts again, whether it was forgotten already or not.
            $"""("Id") DO UPDATE SET "Day" = excluded."Day" WHERE "SeenEvents"."Day" < {today - EventRows.DaysKept}"""
        );
        var fresh = inserted.ToHashSet();
        return [.. all.Where(s => fresh.Contains(s.Key)).Select(s => s.Value)];
    }

    /// <summary>Forgets what is old in one part.</summary>
    public static Task Forget(DutyDb db, int part, Instant now)
    {
        var ((first, last), oldest) = (SeenEvent.Part(part), Day(now) - EventRows.DaysKept);
        return db.SeenEvents.Where(e => e.Id >= first && e.Id <= last && e.Day < oldest).ExecuteDeleteAsync();
    }

    /// <summary>So many bits that two events of a month are never the same by chance, nor by intention.</summary>
    static long NumberOf(int project, string eventId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{project} {eventId}"), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }

    static int Day(Instant at) => (int)(at.ToUnixTimeSeconds() / NodaConstants.SecondsPerDay);
}
