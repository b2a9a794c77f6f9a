using DutyGuy.Adapters.Git;
using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>Brings the copy of one repository and what is kept of its main line up to date.</summary>
public sealed class RepositoryFetch(DutyStore store, Mirrors mirrors, Histories histories, IClock clock)
{
    /// <summary>Commits of a main line that are asked for; more, when what is kept or what runs is older.</summary>
    const int Usual = 1000;

    /// <summary>Never throws for a repository that cannot be read: that is kept and shown.</summary>
    public async Task<SourceRepository?> Fetch(string id, CancellationToken stop = default)
    {
        if (await store.Read(db => db.Repositories.FirstOrDefaultAsync(r => r.Id == id)) is not { } repository)
            return null;
        try
        {
            var mirror = mirrors.Of(repository);
            var (through, known) = await store.Read(db => Known(db, repository));
            await mirror.FetchAsync(stop);
            var line = await Line(repository, mirror, known, stop);
            var oneWay = await OneWayLook.At(store, repository, mirror, line, stop);
            await store.Change(db => Keep(db, repository, line, through, oneWay), stop);
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

    /// <summary>The newest result of CI that is there before the fetch, and commits to which the line must reach.</summary>
    static async Task<(long Through, IReadOnlyList<string> Known)> Known(DutyDb db, SourceRepository repository)
    {
        var through = await db.CiResults.MaxAsync(r => (long?)r.Id) ?? 0;
        var newest = await db
            .MainCommits.Where(c => c.Repository == repository.Id)
            .OrderByDescending(c => c.Ordinal)
            .Select(c => c.Sha)
            .Take(1)
            .ToListAsync();
        var serves = await db
            .Rollouts.Where(r => r.Environment == Environments.Production && r.SwitchedAt != null)
            .OrderByDescending(r => r.Id)
            .Select(r => new { r.To, r.From })
            .Take(10)
            .ToListAsync();
        return (through, [.. newest, .. serves.SelectMany(r => new[] { r.To, r.From }).OfType<string>().Distinct()]);
    }

    static async Task<IReadOnlyList<SourceCommit>> Line(
        SourceRepository repository,
        GitMirror mirror,
        IReadOnlyList<string> known,
        CancellationToken stop
    )
    {
        var head =
            await mirror.HeadOfAsync(repository.Main, stop)
            ?? throw new GitException($"There is no branch “{repository.Main}” in it. Name its main branch.");
        var longest = Usual;
        foreach (var commit in known.Where(CiResult.IsPrefixOrHash))
            if (await mirror.ResolveAsync(commit, stop) is { } there)
                longest = Math.Max(longest, await mirror.DistanceAsync(there, head, stop) + 1);
        return await mirror.CommitsAsync(null, head, longest, firstParent: true, cancel: stop);
    }

    async Task Keep(
        DutyDb db,
        SourceRepository repository,
        IReadOnlyList<SourceCommit> seen,
        long through,
        OneWayLook oneWay
    )
    {
        var now = clock.GetCurrentInstant();
        var kept = await db.MainCommits.Where(c => c.Repository == repository.Id).ToListAsync();
        var line = MainLine.Of(repository.Id, kept, seen, now, oneWay.Why);
        db.MainCommits.RemoveRange(line.Gone);
        await db.SaveChangesAsync();
        db.MainCommits.AddRange(line.Added);
        if (oneWay.All)
            db.MainCommits.UpdateRange(line.Marked(kept, oneWay.Why));
        await db.SaveChangesAsync();
        if (oneWay.Wrong is { } wrong && repository.LastFailure != wrong)
            db.Append(Told(repository, now, wrong));
        else if (oneWay.Wrong is null && repository.LastFailure is not null)
            db.Append(Told(repository, now, $"The repository {repository.Id} can be read again."));
        // A result named a commit that was not there: it is now, or counts for nothing.
        if (
            await db.CiResults.AnyAsync(r =>
                r.Repository == repository.Id && r.Id > repository.FetchedThrough && r.Id <= through
            )
        )
            await db.Replace(
                (await db.Repositories.FirstAsync(r => r.Id == repository.Id)) with
                {
                    FetchedThrough = through,
                }
            );
        // Without a change of a row the pages and passes need not be woken. A wrong pattern is looked at again.
        var read = oneWay.Wrong is null ? OneWayLook.Patterns(repository) : null;
        await db
            .Repositories.Where(r => r.Id == repository.Id)
            .ExecuteUpdateAsync(r =>
                r.SetProperty(x => x.LastFetchedAt, now)
                    .SetProperty(x => x.LastFailure, oneWay.Wrong)
                    .SetProperty(x => x.OneWayRead, read)
                    .SetProperty(x => x.FetchedThrough, through)
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
