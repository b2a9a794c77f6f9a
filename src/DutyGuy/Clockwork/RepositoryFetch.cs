using DutyGuy.Adapters.Git;
using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>Brings the copy of one repository and what is kept of its main line up to date.</summary>
public sealed class RepositoryFetch(DutyStore store, Mirrors mirrors, Histories histories, IClock clock)
{
    /// <summary>Commits of a main line that are kept.</summary>
    const int Longest = 1000;

    /// <summary>Never throws for a repository that cannot be read: that is kept and shown.</summary>
    public async Task<SourceRepository?> Fetch(string id, CancellationToken stop = default)
    {
        if (await store.Read(db => db.Repositories.FirstOrDefaultAsync(r => r.Id == id)) is not { } repository)
            return null;
        try
        {
            var mirror = mirrors.Of(repository);
            await mirror.FetchAsync(stop);
            var line = await Line(repository, mirror, stop);
            await store.Change(db => Keep(db, repository, line), stop);
            histories.Grow(repository, CommitId.Parse(line[0].Sha));
        }
        catch (GitException broken)
        {
            await store.Change(db => Fail(db, repository, broken.Message), stop);
            if (mirrors.Has(repository))
                histories.Grow(repository, null);
        }
        return await store.Read(db => db.Repositories.FirstOrDefaultAsync(r => r.Id == id));
    }

    static async Task<IReadOnlyList<SourceCommit>> Line(
        SourceRepository repository,
        GitMirror mirror,
        CancellationToken stop
    )
    {
        var head =
            await mirror.HeadOfAsync(repository.Main, stop)
            ?? throw new GitException($"There is no branch “{repository.Main}” in it. Name its main branch.");
        return await mirror.CommitsAsync(null, head, Longest, firstParent: true, cancel: stop);
    }

    async Task Keep(DutyDb db, SourceRepository repository, IReadOnlyList<SourceCommit> seen)
    {
        var now = clock.GetCurrentInstant();
        var kept = await db.MainCommits.Where(c => c.Repository == repository.Id).ToListAsync();
        var line = MainLine.Of(repository.Id, kept, seen, now);
        db.MainCommits.RemoveRange(line.Gone);
        await db.SaveChangesAsync();
        db.MainCommits.AddRange(line.Added);
        await db.SaveChangesAsync();
        if (repository.LastFailure is not null)
            db.Append(Told(repository, now, $"The repository {repository.Id} can be read again."));
        // Without a change of a row the pages and passes need not be woken.
        await db
            .Repositories.Where(r => r.Id == repository.Id)
            .ExecuteUpdateAsync(r =>
                r.SetProperty(x => x.LastFetchedAt, now).SetProperty(x => x.LastFailure, (string?)null)
            );
    }

    async Task Fail(DutyDb db, SourceRepository repository, string why)
    {
        if (repository.LastFailure is null)
            db.Append(
                Told(repository, clock.GetCurrentInstant(), $"The repository {repository.Id} cannot be read: {why}")
            );
        await db
            .Repositories.Where(r => r.Id == repository.Id)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.LastFailure, why));
    }

    static Fact Told(SourceRepository repository, Instant now, string text) =>
        new()
        {
            At = now,
            Kind = FactKind.Source,
            Source = "git",
            Subject = repository.Id,
            Text = text,
        };
}
