using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>The table of the keys by which events find their error (see docs/decisions/errors-found-by-keys.md).</summary>
static class KnownErrorKeys
{
    /// <summary>A trace is left anew by each event: one that was not seen for so long helps nobody.</summary>
    public const int DaysOfTraces = 90;

    const int AtOnce = 500;

    /// <summary>Those of these keys that are known, each with its error.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> KnownKeys(
        this DutyDb db,
        int project,
        string environment,
        IEnumerable<string> keys
    )
    {
        var known = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var part in keys.Distinct(StringComparer.Ordinal).Chunk(AtOnce))
        foreach (
            var row in await db
                .ErrorKeys.Where(k => k.Project == project && k.Environment == environment && part.Contains(k.Key))
                .Select(k => new { k.Key, k.ErrorId })
                .ToListAsync()
        )
            known[row.Key] = row.ErrorId;
        return known;
    }

    /// <summary>These keys lead to these errors from now on.</summary>
    public static Task Keep(
        this DutyDb db,
        int project,
        string environment,
        IEnumerable<(string Key, long Error)> keys,
        Instant now
    ) =>
        db.InsertMany<long>(
            "ErrorKeys",
            ["Project", "Environment", "Key", "ErrorId", "At", "Version"],
            [
                .. keys.Select(k =>
                    new object?[] { project, environment, k.Key, k.Error, now.ToUnixTimeTicks(), ErrorKeys.Version }
                ),
            ],
            "ErrorId",
            """("Project", "Environment", "Key") DO UPDATE SET "ErrorId" = excluded."ErrorId", "Version" = excluded."Version" """
        );

    /// <summary>The errors of these numbers.</summary>
    public static async Task<IReadOnlyList<TrackedError>> ErrorsOf(this DutyDb db, IReadOnlyCollection<long> numbers)
    {
        var errors = new List<TrackedError>();
        foreach (var part in numbers.Chunk(AtOnce))
            errors.AddRange(await db.Errors.Where(e => part.Contains(e.Id)).ToListAsync());
        return errors;
    }

    /// <summary>Forgets the traces that nobody follows any more.</summary>
    public static Task ForgetTraces(this DutyDb db, Instant now)
    {
        var oldest = now - Duration.FromDays(DaysOfTraces);
        return db.ErrorKeys.Where(k => k.At < oldest && k.Key.StartsWith(ErrorKeys.TraceMark)).ExecuteDeleteAsync();
    }
}
