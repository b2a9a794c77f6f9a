using DutyGuy.Adapters.Sentry;
using DutyGuy.Domain;

namespace DutyGuy.Features.Intake;

/// <summary>
/// The source maps that one request needs. Reading it shows which these are; those that are not in memory are loaded and it
/// is read again, so that nothing waits while an event is read.
/// </summary>
sealed partial class OriginalsOf(KnownSourceMaps known, int project, ILogger log)
{
    /// <summary>More than a stack needs; a sender must not have us decode all there is.</summary>
    const int MostMaps = 20;
    const int MostReleases = 20;

    readonly Dictionary<string, MappedFiles> releases = new(StringComparer.Ordinal);
    readonly Dictionary<string, SourceMap?> maps = new(StringComparer.Ordinal);
    readonly HashSet<string> missingReleases = new(StringComparer.Ordinal);
    readonly Dictionary<string, (string Release, string File)> missingMaps = new(StringComparer.Ordinal);
    bool isOff;

    /// <summary>Reads with what is there, loads what is missing, and reads again until nothing is.</summary>
    public async Task<Reading> Read(Func<Originals, Reading> read)
    {
        while (true)
        {
            var reading = read(Of);
            if (missingReleases.Count + missingMaps.Count == 0)
                return reading;
            await LoadOrGoWithout();
        }
    }

    IReadOnlyList<Frame> Of(string? release, IReadOnlyList<Frame> frames)
    {
        if (isOff || release is null || !frames.Any(f => f is { Path: not null, Line: not null, Column: not null }))
            return frames;
        if (FilesOf(release) is { } files)
            return files.Hashes.Count == 0 ? frames : OriginalFrames.Of(frames, path => MapOf(files, path));
        if (releases.Count + missingReleases.Count < MostReleases)
            missingReleases.Add(release);
        return frames;
    }

    MappedFiles? FilesOf(string release)
    {
        if (!releases.TryGetValue(release, out var files) && known.FilesOf(project, release) is { } fresh)
            releases[release] = files = fresh;
        return files;
    }

    SourceMap? MapOf(MappedFiles files, string path)
    {
        if (files.Files.Of(path) is not { } file)
            return null;
        var hash = files.Hashes[file];
        if (maps.TryGetValue(hash, out var map))
            return map;
        if (known.Decoded(hash) is { } decoded)
            return maps[hash] = decoded;
        if (
            maps.Count + missingMaps.Count < MostMaps
            && maps.Values.Sum(m => m?.Bytes ?? 0) < KnownSourceMaps.MostBytes
        )
            missingMaps[hash] = (files.Release, file);
        return null;
    }

    /// <summary>An event with minified frames is better than none.</summary>
    async Task LoadOrGoWithout()
    {
        try
        {
            foreach (var release in missingReleases)
                releases[release] = await known.LookUp(project, release);
            foreach (var (hash, (release, file)) in missingMaps)
                maps[hash] = await known.Load(project, release, file, hash);
        }
        catch (Exception broken)
        {
            isOff = true;
            NotLoaded(broken, project);
        }
        missingReleases.Clear();
        missingMaps.Clear();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Source maps of project {Project} could not be loaded.")]
    partial void NotLoaded(Exception broken, int project);
}
