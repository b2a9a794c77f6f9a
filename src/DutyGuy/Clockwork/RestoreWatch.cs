using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>Notices that <c>duty restore</c> changed everything under a running server, and says so to whoever remembers rows.</summary>
sealed class RestoreWatch(DutyStore store) : BackgroundService
{
    static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var seen = await Last();
        using var timer = new PeriodicTimer(Rhythm);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var last = await Last();
            if (last == seen)
                continue;
            seen = last;
            store.Pulse.Restored();
        }
    }

    Task<(long, Instant)> Last() =>
        store.Read(async db =>
        {
            var row = await db.Audit.Where(a => a.What == Restores.Word).OrderBy(a => a.Id).LastOrDefaultAsync();
            return (row?.Id ?? 0, row?.At ?? Instant.MinValue);
        });
}
