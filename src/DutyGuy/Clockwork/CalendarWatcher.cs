using DutyGuy.Store;

namespace DutyGuy.Clockwork;

/// <summary>Reads every calendar each quarter of an hour, and a new one at once.</summary>
sealed class CalendarWatcher(CalendarRefresh refresh, Pulse pulse, DutyClock clock, ILogger<CalendarWatcher> log)
    : BackgroundService
{
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var change = pulse.Next(Beat, stoppingToken);
            try
            {
                // Who sets the test clock waits for the calendars; while the demo's past is played they stand still.
                if (!clock.Testing && !clock.Stands)
                    await refresh.RefreshDue(stoppingToken);
                await change;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
            {
                // One defect must not end the reading for good.
                log.LogError(broken, "The calendars cannot be read");
                await Task.Delay(Beat, stoppingToken);
            }
        }
    }
}
