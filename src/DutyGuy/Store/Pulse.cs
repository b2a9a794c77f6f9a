namespace DutyGuy.Store;

/// <summary>Says "something changed" to whoever waits: the passes, the outbox, the open pages.</summary>
public sealed class Pulse
{
    static readonly TimeSpan Collected = TimeSpan.FromSeconds(1);
    TaskCompletionSource next = NewBeat();
    int soon;

    /// <summary>Number of changes so far in this process.</summary>
    public long Count { get; private set; }

    /// <summary>Ends at the next change; taken before looking, it misses none.</summary>
    public Task Changed => next.Task;

    /// <summary>How often everything was changed from outside: who remembers rows reads them anew when it grows.</summary>
    public int Restores { get; private set; }

    /// <summary>Everything was changed from outside.</summary>
    public void Restored()
    {
        Restores++;
        Beat();
    }

    /// <summary>Something was committed.</summary>
    public void Beat()
    {
        Count++;
        Interlocked.Exchange(ref next, NewBeat()).TrySetResult();
    }

    /// <summary>Something was committed that nobody waits for: one beat for all such of a second.</summary>
    public void BeatSoon()
    {
        if (Interlocked.Exchange(ref soon, 1) == 0)
            _ = BeatLater();
    }

    async Task BeatLater()
    {
        await Task.Delay(Collected);
        Interlocked.Exchange(ref soon, 0);
        Beat();
    }

    /// <summary>Ends at the next change, or after the time given.</summary>
    public async Task<bool> Next(TimeSpan atMost, CancellationToken stop)
    {
        try
        {
            await next.Task.WaitAsync(atMost, stop);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    static TaskCompletionSource NewBeat() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
