using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Features.Rollouts;

/// <summary>What ships, and whose it is.</summary>
static class ChangesOf
{
    /// <summary>The commits of main between what ran and what was shipped, newest first; null when one is not known.</summary>
    public static async Task<IReadOnlyList<ChangeView>?> Rollout(DutyDb db, Rollout rollout)
    {
        var to = await Named(db, rollout.To, null);
        var from = to is null ? null : await Named(db, rollout.From, to.Repository);
        if (to is null || from is null)
            return null;
        var commits = await db
            .MainCommits.Where(c =>
                c.Repository == to.Repository && c.Ordinal > from.Ordinal && c.Ordinal <= to.Ordinal
            )
            .OrderByDescending(c => c.Ordinal)
            .ToListAsync();
        return await Commits(db, commits);
    }

    public static async Task<IReadOnlyList<ChangeView>> Commits(DutyDb db, IReadOnlyList<MainCommit> commits)
    {
        var people = await db.People.ToListAsync();
        var pages = await db.Repositories.ToDictionaryAsync(r => r.Id, r => r.Url, StringComparer.Ordinal);
        return [.. commits.Select(c => View(c, people, pages.GetValueOrDefault(c.Repository)))];
    }

    static async Task<MainCommit?> Named(DutyDb db, string? name, string? repository)
    {
        if (name is null)
            return null;
        var like = await db
            .MainCommits.Where(c => c.Sha.StartsWith(name) && (repository == null || c.Repository == repository))
            .Take(2)
            .ToListAsync();
        return MainCommit.Named(name, like);
    }

    static ChangeView View(MainCommit commit, List<Person> people, string? repository)
    {
        var author =
            people.Find(p => p.Emails.Contains(commit.AuthorMail, StringComparer.OrdinalIgnoreCase))
            ?? people.Find(p => p.Name == commit.AuthorName);
        return new(
            commit.Sha,
            commit.Title,
            author?.Name ?? commit.AuthorName,
            author?.Handle,
            repository is null ? null : Adapters.Git.GitUrl.PageOf(repository, commit.Sha)
        );
    }
}
