using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>What CI by command has to run, as the database knows it: so a restart goes on where it was.</summary>
sealed class CiQueue(DutyStore store, ServerPrograms programs, IClock clock)
{
    /// <summary>Of commits that came together only the newest are run.</summary>
    const int Newest = 5;

    /// <summary>The newest commit of main without a result, or one that was asked for again; null when there is none.</summary>
    public Task<(SourceRepository Repository, string Commit)?> Next() =>
        store.Read(async db =>
        {
            var ids = programs.Settings.Ci.Keys.ToList();
            foreach (var repository in await db.Repositories.Where(r => ids.Contains(r.Id)).ToListAsync())
                if (await Due(db, repository) is { } commit)
                    return (repository, commit);
            return ((SourceRepository, string)?)null;
        });

    /// <summary>Keeps a result; "running" only when nobody said it yet.</summary>
    public Task Keep(SourceRepository repository, string commit, CiStatus status, IReadOnlyList<string> failing) =>
        store.Change(async db =>
        {
            if (status == CiStatus.Running && await LastWord(db, repository, commit) == CiStatus.Running)
                return;
            await db.AppendCi(
                new CiResult
                {
                    Repository = repository.Id,
                    Branch = repository.Main,
                    Commit = commit,
                    Status = status,
                    At = clock.GetCurrentInstant(),
                    FailingTests = failing,
                }
            );
        });

    static async Task<string?> Due(DutyDb db, SourceRepository repository)
    {
        var newest = await db
            .MainCommits.Where(c => c.Repository == repository.Id)
            .OrderByDescending(c => c.Ordinal)
            .Take(Newest)
            .Select(c => c.Sha)
            .ToListAsync();
        foreach (var commit in newest)
            if (await LastWord(db, repository, commit) is null or CiStatus.Running)
                return commit;
        return await AskedAgain(db, repository);
    }

    /// <summary>An older commit is run only when somebody asked for it.</summary>
    static async Task<string?> AskedAgain(DutyDb db, SourceRepository repository)
    {
        var last = db.CiResults.Where(r =>
            r.Repository == repository.Id
            && r.Pipeline == ""
            && !db.CiResults.Any(l =>
                l.Repository == r.Repository && l.Pipeline == "" && l.Commit == r.Commit && l.Id > r.Id
            )
        );
        return await last.Where(r => r.Status == CiStatus.Running).Select(r => r.Commit).FirstOrDefaultAsync();
    }

    static Task<CiStatus?> LastWord(DutyDb db, SourceRepository repository, string commit) =>
        db
            .CiResults.Where(r => r.Repository == repository.Id && r.Pipeline == "" && r.Commit == commit)
            .OrderByDescending(r => r.Id)
            .Select(r => (CiStatus?)r.Status)
            .FirstOrDefaultAsync();
}
