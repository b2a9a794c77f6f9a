using System.Collections.Concurrent;
using DutyGuy.Adapters.Git;
using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Clockwork;

/// <summary>What a rollout shipped.</summary>
/// <param name="Repository">Its address; null when the commits are not of a watched repository.</param>
/// <param name="Commits">Newest first, with their files.</param>
public sealed record Shipped(string? Repository, IReadOnlyList<SourceCommit> Commits);

/// <summary>What rollouts shipped, from the copies of their repositories; each is asked once.</summary>
public sealed class RolloutCommits(DutyStore store, Mirrors mirrors)
{
    const int MostRemembered = 32;

    readonly ConcurrentDictionary<(string Repository, string? From, string To), IReadOnlyList<SourceCommit>> known =
        new();

    public async Task<Shipped> Of(Rollout rollout) =>
        await RepositoryOf(rollout) is { } repository
            ? new(repository.Url, await Commits(rollout, repository))
            : new(null, []);

    async Task<IReadOnlyList<SourceCommit>> Commits(Rollout rollout, SourceRepository repository)
    {
        if (!mirrors.Has(repository))
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
                    rollout.From is null ? 1 : int.MaxValue,
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
    Task<SourceRepository?> RepositoryOf(Rollout rollout) =>
        store.Read(db =>
            db.Repositories.FirstOrDefaultAsync(r =>
                db.MainCommits.Any(c => c.Repository == r.Id && c.Sha == rollout.To)
            )
        );
}
