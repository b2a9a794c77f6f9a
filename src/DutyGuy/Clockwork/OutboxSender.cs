using DutyGuy.Store;

namespace DutyGuy.Clockwork;

/// <summary>Sends mails and webhooks, also in real time when the test clock stands.</summary>
sealed class OutboxSender(OutboxDelivery delivery, Pulse pulse, ILogger<OutboxSender> log) : BackgroundService
{
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var change = pulse.Next(Beat, stoppingToken);
            try
            {
                await delivery.Send(stoppingToken);
                await change;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken) when (broken is System.Data.Common.DbException or InvalidOperationException)
            {
                log.LogError(broken, "The outbox cannot be read");
                await Task.Delay(Beat, stoppingToken);
            }
        }
    }
}
