using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Clockwork;

/// <summary>Fetches every repository every 30 seconds of real time, and a new one at once.</summary>
sealed class RepositoryWatcher(DutyStore store, Pulse pulse, RepositoryFetch fetch, ILogger<RepositoryWatcher> log)
    : BackgroundService
{
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FetchAll(stoppingToken);
                await WaitForTheNext(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken)
                when (broken is System.Data.Common.DbException or InvalidOperationException or IOException)
            {
                log.LogError(broken, "The repositories cannot be fetched");
                await Task.Delay(Beat, stoppingToken);
            }
        }
    }

    async Task FetchAll(CancellationToken stop)
    {
        foreach (var id in await store.Read(db => db.Repositories.Select(r => r.Id).ToListAsync(stop)))
            await fetch.Fetch(id, stop);
    }

    async Task WaitForTheNext(CancellationToken stop)
    {
        using var beat = CancellationTokenSource.CreateLinkedTokenSource(stop);
        beat.CancelAfter(Beat);
        while (!beat.IsCancellationRequested)
        {
            var change = pulse.Next(Beat, beat.Token);
            if (await store.Read(db => IsAwaited(db).AnyAsync(stop)))
                return;
            await change.ContinueWith(
                _ => { },
                CancellationToken.None,
                TaskContinuationOptions.None,
                TaskScheduler.Default
            );
        }
        stop.ThrowIfCancellationRequested();
    }

    /// <summary>New ones, and those of which CI told a commit that is not there.</summary>
    static IQueryable<Domain.SourceRepository> IsAwaited(DutyDb db) =>
        db.Repositories.Where(r =>
            r.LastFailure == null
            && (
                r.LastFetchedAt == null
                || db.CiResults.Any(c =>
                    c.Id > r.FetchedThrough
                    && c.Repository == r.Id
                    && c.Branch == r.Main
                    && !db.MainCommits.Any(m => m.Repository == r.Id && m.Sha == c.Commit)
                )
            )
        );
}
