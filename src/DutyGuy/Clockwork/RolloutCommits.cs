using System.Collections.Concurrent;
using DutyGuy.Adapters.Git;
using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Clockwork;

/// <summary>What a rollout shipped, with the files of each commit, from the copy of its repository; asked once.</summary>
public sealed class RolloutCommits(DutyStore store, Mirrors mirrors)
{
    const int Most = 500;
    const int MostRemembered = 32;

    readonly ConcurrentDictionary<(string Repository, string? From, string To), IReadOnlyList<SourceCommit>> known =
        new();

    /// <summary>Newest first; nothing when the commits are not of a watched repository.</summary>
    public async Task<IReadOnlyList<SourceCommit>> Of(Rollout rollout)
    {
        if (await RepositoryOf(rollout) is not { } repository || !mirrors.Has(repository))
            return [];
        var key = (repository.Id, rollout.From, rollout.To);
        if (known.TryGetValue(key, out var commits))
            return commits;
        try
        {
            commits = await mirrors
                .Of(repository)
                .CommitsAsync(
                    rollout.From,
                    rollout.To,
                    rollout.From is null ? 1 : Most,
                    withFiles: true,
                    firstParent: true
                );
        }
        catch (GitException)
        {
            // What ran before may be gone from the repository: then nobody is suspected.
            return [];
        }
        if (known.Count >= MostRemembered)
            known.Clear();
        return known[key] = commits;
    }

    /// <summary>The repository whose main line has what was shipped.</summary>
    public Task<SourceRepository?> RepositoryOf(Rollout rollout) =>
        store.Read(db =>
            db.Repositories.FirstOrDefaultAsync(r =>
                db.MainCommits.Any(c => c.Repository == r.Id && c.Sha == rollout.To)
            )
        );
}
