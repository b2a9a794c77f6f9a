using DutyGuy.Store;

namespace DutyGuy.Clockwork;

/// <summary>Places outside that are read again and again.</summary>
public interface IRefresh
{
    /// <summary>As a sentence about them begins.</summary>
    string What { get; }

    /// <summary>Reads what is due; false when nothing was.</summary>
    Task<bool> RefreshDue(CancellationToken stop = default);
}

/// <summary>Reads them when they are due, and a new one at once.</summary>
sealed class Refreshing<T>(T places, Pulse pulse, DutyClock clock, ILogger<Refreshing<T>> log) : BackgroundService
    where T : IRefresh
{
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var change = pulse.Next(Beat, stoppingToken);
            try
            {
                // Who sets the test clock waits for them; while the demo's past is played they stand still.
                if (!clock.Testing && !clock.Stands)
                    await places.RefreshDue(stoppingToken);
                await change;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
            {
                // One defect must not end the reading for good.
                log.LogError(broken, "{What} cannot be read", places.What);
                await Task.Delay(Beat, stoppingToken);
            }
        }
    }
}
