using System.Collections.Concurrent;
using System.Diagnostics;
using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Features.Intake;

/// <summary>
/// Which files of a release have source maps, looked up every few seconds, and the maps that were needed last, decoded. One
/// is decoded at a time, so that the other cores are left to what else comes in.
/// </summary>
sealed class KnownSourceMaps(DutyStore store)
{
    /// <summary>Memory of decoded maps, roughly.</summary>
    public const long MostBytes = 64 * 1024 * 1024;

    const int MostReleases = 500;
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    readonly ConcurrentDictionary<(int Project, string Release), MappedFiles> releases = new();
    readonly SemaphoreSlim oneAtATime = new(1, 1);
    readonly RecentMaps decoded = new(MostBytes);

    /// <summary>The files of a release; null when they must be looked up first.</summary>
    public MappedFiles? FilesOf(int project, string release) =>
        releases.TryGetValue((project, release), out var known) && Stopwatch.GetElapsedTime(known.ReadAt) < Fresh
            ? known
            : null;

    public async Task<MappedFiles> LookUp(int project, string release)
    {
        var maps = await store.Read(db =>
            db.SourceMaps.Where(m => m.Project == project && m.Release == release)
                .Select(m => new { m.File, m.Hash })
                .ToDictionaryAsync(m => m.File, m => m.Hash, StringComparer.Ordinal)
        );
        // Anybody with a project's key can make up releases.
        if (releases.Count >= MostReleases)
            releases.Clear();
        return releases[(project, release)] = new(release, maps, Stopwatch.GetTimestamp());
    }

    /// <summary>A decoded map; null when it must be loaded first.</summary>
    public SourceMap? Decoded(string hash) => decoded.Find(hash);

    /// <summary>Null when it was replaced in this very moment.</summary>
    public async Task<SourceMap?> Load(int project, string release, string file, string hash)
    {
        await oneAtATime.WaitAsync();
        try
        {
            if (decoded.Find(hash) is { } known)
                return known;
            var packed = await store.Read(db =>
                db.SourceMaps.Where(m => m.Project == project && m.Release == release)
                    .Where(m => m.File == file && m.Hash == hash)
                    .Select(m => m.Packed)
                    .FirstOrDefaultAsync()
            );
            return packed is null ? null : decoded.Add(hash, SourceMapRow.Unpack(packed));
        }
        finally
        {
            oneAtATime.Release();
        }
    }
}

/// <summary>The minified files of a release with the hashes of their maps, as they were looked up.</summary>
sealed record MappedFiles(string Release, IReadOnlyDictionary<string, string> Hashes, long ReadAt)
{
    public MinifiedFiles Files { get; } = new(Hashes.Keys);
}
