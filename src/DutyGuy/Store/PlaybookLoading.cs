using System.Collections.Concurrent;
using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>Playbooks by version; a text is parsed once.</summary>
static class PlaybookLoading
{
    static readonly ConcurrentDictionary<string, Playbook> Parsed = new(StringComparer.Ordinal);

    /// <summary>The version that counts now.</summary>
    public static async Task<(int Number, Playbook Playbook)> PlaybookInForce(this DutyDb db, string duty, Instant now)
    {
        var versions = await db.Keep(
            [typeof(PlaybookVersion)],
            $"versions of {duty}",
            null,
            () => LoadQueries.Of(db).Versions(db, duty).ToListAsync()
        );
        var version = versions.LastOrDefault(v => v.InForceFrom <= now) ?? versions[0];
        return (version.Number, await db.Parse(duty, version.Number, version.Hash));
    }

    /// <summary>The playbook that counts now; null when it cannot be read, for who looks at many duties.</summary>
    public static async Task<Playbook?> ReadablePlaybook(this DutyDb db, string duty, Instant now)
    {
        try
        {
            return (await db.PlaybookInForce(duty, now)).Playbook;
        }
        catch (UnreadablePlaybookException)
        {
            return null;
        }
    }

    /// <summary>One version of the duty's playbook; null when it cannot be read any more.</summary>
    public static async Task<Playbook?> ReadablePlaybookOf(this DutyDb db, string duty, int number)
    {
        try
        {
            return await db.PlaybookOf(duty, number);
        }
        catch (UnreadablePlaybookException)
        {
            return null;
        }
    }

    /// <summary>One version of the duty's playbook.</summary>
    public static async Task<Playbook> PlaybookOf(this DutyDb db, string duty, int number)
    {
        var hash = await db
            .PlaybookVersions.Where(v => v.Duty == duty && v.Number == number)
            .Select(v => v.Hash)
            .FirstAsync();
        return await db.Parse(duty, number, hash);
    }

    static async Task<Playbook> Parse(this DutyDb db, string duty, int number, string hash)
    {
        if (Parsed.TryGetValue(hash, out var known))
            return known;
        var version = await db.PlaybookVersions.FirstAsync(v => v.Duty == duty && v.Number == number);
        var reading = PlaybookParser.Parse(version.Files);
        return Parsed[hash] =
            reading.Playbook ?? throw new UnreadablePlaybookException(duty, number, $"{reading.Problems[0]}");
    }
}
