using DutyGuy.Store;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>
/// Runs the passes that are due, one at a time. In real time every five seconds and when a fact arrives; with the test
/// clock it jumps between the instants at which something can change, so that no day takes longer than its work.
/// </summary>
public sealed class Passes(DutyClock clock, DutyStore store, OutboxDelivery delivery, ILogger<Passes> log)
    : BackgroundService
{
    /// <summary>The longest time between two passes.</summary>
    internal static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    /// <summary>A storm of events is one pass, not thousands.</summary>
    static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(200);

    readonly Rounds rounds = new(store, new Planning(store), log);
    readonly SemaphoreSlim oneAtATime = new(1, 1);

    /// <summary>The run that has not begun yet.</summary>
    Task? waiting;

    /// <summary>The duties that stand still, and why.</summary>
    public IReadOnlyDictionary<string, Exception> Broken => rounds.Broken;

    /// <summary>Sets the test clock, running every pass due up to then at its own instant; false when that would go back.</summary>
    public async Task<bool> AdvanceTo(Instant to)
    {
        await oneAtATime.WaitAsync();
        try
        {
            if (clock.GetCurrentInstant() > to && clock.IsSet)
                return false;
            // Of a clock that runs the next instant may have passed meanwhile.
            var agenda = clock.IsSet ? await RunDue(Agenda.Unknown) : Agenda.Unknown;
            while (agenda.Next < to)
            {
                clock.TrySet(agenda.Next.Value);
                agenda = await RunDue(agenda);
            }
            clock.TrySet(to);
            if (agenda.Next == to || agenda.Calm.IsCompleted)
                await RunDue(agenda);
            return true;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Runs every pass now, until nothing changes any more. Who asks while one waits for its turn shares it.</summary>
    public Task RunNow()
    {
        lock (oneAtATime)
            return waiting ??= RunNext();
    }

    async Task RunNext()
    {
        await Task.Yield();
        await oneAtATime.WaitAsync();
        try
        {
            lock (oneAtATime)
                waiting = null;
            await RunDue(Agenda.Unknown);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var changed = store.Pulse.Changed;
                // While the past of the demo is played, its player says when.
                if (clock.Testing || !clock.Stands)
                    await Try(RunNow, stoppingToken);
                await Task.WhenAny(changed, Task.Delay(clock.Testing ? Timeout.InfiniteTimeSpan : Beat, stoppingToken));
                await Task.Delay(Breath, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; the next start goes on from the facts.
        }
    }

    async Task Try(Func<Task> pass, CancellationToken stop)
    {
        try
        {
            await pass();
        }
        catch (Exception broken) when (!stop.IsCancellationRequested)
        {
            // One broken pass must not end the clockwork; the next beat tries again.
            log.LogError(broken, "A pass broke");
            await Task.Delay(1000, stop);
        }
    }

    async Task<Agenda> RunDue(Agenda before)
    {
        if (clock is { Testing: true, IsSet: false })
            return Agenda.Unknown;
        var now = clock.GetCurrentInstant();
        var left = await rounds.Run(now, before);
        await delivery.Deliver();
        return left;
    }
}
