using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Features.Rollouts;

/// <summary>What ships, and whose it is.</summary>
static class ChangesOf
{
    /// <summary>The commits of main between what ran and what was shipped, newest first.</summary>
    public static async Task<IReadOnlyList<ChangeView>> Rollout(DutyDb db, Rollout rollout)
    {
        var to = await db.MainCommits.FirstOrDefaultAsync(c => c.Sha == rollout.To);
        if (to is null)
            return [];
        var from = await db
            .MainCommits.Where(c => c.Repository == to.Repository && c.Sha == rollout.From)
            .Select(c => c.Ordinal)
            .FirstOrDefaultAsync();
        var commits = await db
            .MainCommits.Where(c => c.Repository == to.Repository && c.Ordinal > from && c.Ordinal <= to.Ordinal)
            .OrderByDescending(c => c.Ordinal)
            .Take(1000)
            .ToListAsync();
        return await Commits(db, commits);
    }

    public static async Task<IReadOnlyList<ChangeView>> Commits(DutyDb db, IReadOnlyList<MainCommit> commits)
    {
        var people = await db.People.ToListAsync();
        var pages = await db.Repositories.ToDictionaryAsync(r => r.Id, r => r.Url, StringComparer.Ordinal);
        return [.. commits.Select(c => View(c, people, pages.GetValueOrDefault(c.Repository)))];
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
