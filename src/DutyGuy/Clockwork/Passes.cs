using System.Runtime.ExceptionServices;
using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>
/// Runs the passes that are due, one at a time. In real time every five seconds and when a fact arrives; with the test
/// clock it jumps between the instants at which something can change, so that no day takes longer than its work.
/// </summary>
public sealed class Passes(DutyClock clock, DutyStore store, OutboxDelivery delivery, ILogger<Passes> log)
    : BackgroundService
{
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    /// <summary>A storm of events is one pass, not thousands.</summary>
    static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(200);

    /// <summary>A pass that still changes something after so many rounds is a defect; it goes on with the next beat.</summary>
    const int MostRounds = 20;

    readonly SemaphoreSlim oneAtATime = new(1, 1);

    /// <summary>The run that has not begun yet.</summary>
    Task? waiting;

    /// <summary>The last time a pass ended, for health.</summary>
    public Instant? LastPass { get; private set; }

    /// <summary>Sets the test clock, running every pass due up to then at its own instant; false when that would go back.</summary>
    public async Task<bool> AdvanceTo(Instant to)
    {
        await oneAtATime.WaitAsync();
        try
        {
            if (clock.GetCurrentInstant() > to && clock.IsSet)
                return false;
            // Of a clock that runs the next instant may have passed meanwhile.
            var (next, calm) = clock.IsSet ? await RunAndListen() : (to, Task.CompletedTask);
            while (next < to)
            {
                clock.TrySet(next.Value);
                (next, calm) = await RunAndListen();
            }
            clock.TrySet(to);
            if (next == to || calm.IsCompleted)
                await RunAll();
            LastPass = to;
            return true;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>When the next pass can decide something, and what ends when something else changes before.</summary>
    async Task<(Instant? Next, Task Calm)> RunAndListen()
    {
        var calm = store.Pulse.Changed;
        return (await RunAll(), calm);
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
            await RunAll();
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

    async Task<Instant?> RunAll()
    {
        if (clock is { Testing: true, IsSet: false })
            return null;
        var now = clock.GetCurrentInstant();
        Instant? next = null;
        ExceptionDispatchInfo? broken = null;
        foreach (var duty in await store.Read(db => db.Duties.OrderBy(d => d.Name).Select(d => d.Id).ToListAsync()))
            try
            {
                next = Earlier(next, await RunDuty(duty, now));
            }
            catch (Exception ofThisDuty)
            {
                // The other duties have their pass, then this is told.
                broken ??= ExceptionDispatchInfo.Capture(ofThisDuty);
            }
        await delivery.Deliver();
        broken?.Throw();
        LastPass = now;
        return next;
    }

    async Task<Instant?> RunDuty(string duty, Instant now)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var facts = await store.Read(db => db.LoadFacts(duty, now));
            if (facts is null)
                return null;
            if (DutyPass.Decide(facts).IsEmpty)
                return DutyPass.Next(facts);
            await store.Change(db => PassOnce(db, duty, now));
        }
        log.LogWarning("The pass of {Duty} did not come to rest", duty);
        return now + Duration.FromSeconds(5);
    }

    /// <summary>Decides again inside the transaction, so that what came in between counts.</summary>
    static async Task PassOnce(DutyDb db, string duty, Instant now)
    {
        if (await db.LoadFacts(duty, now) is { } facts)
            await db.Apply(DutyPass.Decide(facts), now);
    }

    static Instant? Earlier(Instant? a, Instant? b) =>
        a is null ? b
        : b is null ? a
        : Instant.Min(a.Value, b.Value);
}
