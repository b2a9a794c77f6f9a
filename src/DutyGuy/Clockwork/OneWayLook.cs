using DutyGuy.Adapters.Git;
using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Clockwork;

/// <summary>What was found of commits without a way back.</summary>
/// <param name="Why">Why, by commit, of those that were looked at.</param>
/// <param name="All">Every commit of the line was looked at, since the patterns are others.</param>
/// <param name="Wrong">What is wrong with a pattern; null when all are understood.</param>
sealed record OneWayLook(IReadOnlyDictionary<string, string> Why, bool All, string? Wrong)
{
    static readonly OneWayLook Nothing = new(new Dictionary<string, string>(StringComparer.Ordinal), false, null);

    /// <summary>The patterns as it is kept with which the commits were looked at.</summary>
    public static string Patterns(SourceRepository repository) => string.Join('\n', repository.OneWay);

    /// <summary>Of the commits that are new on the line, or of all when the patterns changed.</summary>
    public static async Task<OneWayLook> At(
        DutyStore store,
        SourceRepository repository,
        GitMirror mirror,
        IReadOnlyList<SourceCommit> line,
        CancellationToken stop
    )
    {
        var all = repository.OneWayRead != Patterns(repository);
        var kept = await store.Read(db =>
            db.MainCommits.Where(c => c.Repository == repository.Id)
                .OrderByDescending(c => c.Ordinal)
                .Select(c => c.Sha)
                .FirstOrDefaultAsync(stop)
        );
        // A line that reaches further back than before is looked at as a whole.
        var oldest = line[^1].Sha;
        all |= kept is not null && !await store.Read(db => db.MainCommits.AnyAsync(c => c.Sha == oldest, stop));
        if (!all && kept == line[0].Sha)
            return Nothing;
        var since = !all && line.Any(c => c.Sha == kept) ? kept : null;
        var why = new Dictionary<string, string>(await mirror.OneWayTrailersAsync(line, since, stop));
        string? wrong = null;
        foreach (var pattern in repository.OneWay)
            try
            {
                foreach (var sha in await mirror.OneWayPathsAsync(line, since, pattern, stop))
                    why.TryAdd(sha, $"changes {pattern}");
            }
            catch (GitException refused)
            {
                wrong ??= $"The one-way pattern “{pattern}” of {repository.Id} is not understood: {refused.Message}";
            }
        return new(why, all, wrong);
    }
}
