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
        var number = await db
            .PlaybookVersions.Where(v => v.Duty == duty && v.InForceFrom <= now)
            .Select(v => (int?)v.Number)
            .MaxAsync();
        number ??= await db.PlaybookVersions.Where(v => v.Duty == duty).MinAsync(v => v.Number);
        return (number.Value, await db.PlaybookOf(duty, number.Value));
    }

    /// <summary>One version of the duty's playbook.</summary>
    public static async Task<Playbook> PlaybookOf(this DutyDb db, string duty, int number)
    {
        var hash = await db
            .PlaybookVersions.Where(v => v.Duty == duty && v.Number == number)
            .Select(v => v.Hash)
            .FirstAsync();
        if (Parsed.TryGetValue(hash, out var known))
            return known;
        var version = await db.PlaybookVersions.FirstAsync(v => v.Duty == duty && v.Number == number);
        return Parsed[hash] =
            PlaybookParser.Parse(version.Files).Playbook
            ?? throw new InvalidOperationException($"Version {number} of {duty}'s playbook cannot be read any more.");
    }
}
