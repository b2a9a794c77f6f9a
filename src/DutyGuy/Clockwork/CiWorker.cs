using DutyGuy.Domain;
using DutyGuy.Store;

namespace DutyGuy.Clockwork;

/// <summary>CI by command: runs the checks of new commits of main, one at a time, the newest first.</summary>
sealed class CiWorker(
    CiQueue queue,
    CiCheck check,
    ServerPrograms programs,
    Pulse pulse,
    DutyClock clock,
    ILogger<CiWorker> log
) : BackgroundService
{
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (programs.Settings.Ci.Count == 0)
            return;
        check.RemoveLeftovers();
        while (!stoppingToken.IsCancellationRequested)
        {
            var change = pulse.Next(Beat, stoppingToken);
            try
            {
                // While the past of the demo is played, its player tells the results of that time.
                while ((clock.Testing || !clock.Stands) && await queue.Next() is var (repository, commit))
                    await Run(repository, commit, stoppingToken);
                await change;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken)
                when (broken is System.Data.Common.DbException or InvalidOperationException or IOException)
            {
                log.LogError(broken, "CI by command broke");
                await Task.Delay(Beat, stoppingToken);
            }
        }
    }

    async Task Run(SourceRepository repository, string commit, CancellationToken stop)
    {
        await queue.Keep(repository, commit, CiStatus.Running, []);
        var (status, failing) = await check.Run(repository, commit, stop);
        await queue.Keep(repository, commit, status, failing);
    }
}
