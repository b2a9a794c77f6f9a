namespace DutyGuy.Store;

/// <summary>Says "something changed" to whoever waits: the passes, the outbox, the open pages.</summary>
public sealed class Pulse
{
    TaskCompletionSource next = NewBeat();

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
