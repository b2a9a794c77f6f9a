using DutyGuy.Store;

namespace DutyGuy.Clockwork;

/// <summary>Runs the commands of rollouts, each at most once: what it does not know the end of, a person decides.</summary>
sealed class RolloutRunner(
    DutyStore store,
    Pulse pulse,
    RolloutClaims claims,
    RolloutCommand command,
    ServerPrograms programs,
    ILogger<RolloutRunner> log
) : BackgroundService
{
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var watch = new LeaseWatch(claims.Runner);
        while (!stoppingToken.IsCancellationRequested)
        {
            // Asked for before the look, so that no change between look and wait is missed.
            var change = pulse.Next(Beat, stoppingToken);
            try
            {
                await claims.GiveUp(await store.Read(watch.Gone));
                while (await claims.Next(programs.Production?.EndIsTold == true) is { } claimed)
                    await command.Run(claimed, stoppingToken);
                await change;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken) when (broken is System.Data.Common.DbException or InvalidOperationException)
            {
                // The database may be away for a moment; nothing was begun that it does not know of.
                log.LogError(broken, "The rollouts cannot be read");
                await Task.Delay(Beat, CancellationToken.None);
            }
        }
    }
}
