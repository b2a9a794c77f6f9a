using System.Runtime.CompilerServices;

namespace DutyGuy.Store;

/// <summary>
/// Says "something changed" to whoever waits: the passes, the outbox, the open pages. It beats from many threads at once,
/// and always after the change can be seen.
/// </summary>
/// <param name="collected">For how long what nobody waits for is collected.</param>
public sealed class Pulse(TimeSpan collected)
{
    TaskCompletionSource next = NewBeat();
    long count;
    int restores;
    int soon;

    /// <summary>Collects for a second.</summary>
    public Pulse()
        : this(TimeSpan.FromSeconds(1)) { }

    /// <summary>Number of changes so far in this process.</summary>
    public long Count => Volatile.Read(ref count);

    /// <summary>Ends at the next change; taken before looking, it misses none.</summary>
    public Task Changed => Volatile.Read(ref next).Task;

    /// <summary>How often everything was changed from outside: who remembers rows reads them anew when it grows.</summary>
    public int Restores => Volatile.Read(ref restores);

    /// <summary>Everything was changed from outside.</summary>
    public void Restored()
    {
        Interlocked.Increment(ref restores);
        Beat();
    }

    /// <summary>Something was committed.</summary>
    public void Beat()
    {
        // Counted before it is told: who is woken finds the new number.
        Interlocked.Increment(ref count);
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
        await Task.Delay(collected);
        // Before the beat: what is committed from here on gets one of its own, and what came before is told by this one.
        Interlocked.Exchange(ref soon, 0);
        Beat();
    }

    /// <summary>Ends at the next change, or after the time given.</summary>
    public async Task<bool> Next(TimeSpan atMost, CancellationToken stop)
    {
        try
        {
            await Changed.WaitAsync(atMost, stop);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>
    /// The count now, after each change and at least in a rhythm, until it is stopped. However long the reader takes for
    /// one, the next comes at once when something changed meanwhile.
    /// </summary>
    /// <param name="rhythm">The longest time between two.</param>
    /// <param name="breath">Many changes at once are one.</param>
    /// <param name="stop">Ends it.</param>
    public async IAsyncEnumerable<long> Counts(
        TimeSpan rhythm,
        TimeSpan breath,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        for (var goesOn = true; goesOn; )
        {
            // Taken before the count is, else a change between the two is waited for in vain.
            var changed = Next(rhythm, stop);
            yield return Count;
            goesOn = await Breathed(changed, breath, stop);
        }
    }

    static async Task<bool> Breathed(Task<bool> changed, TimeSpan breath, CancellationToken stop)
    {
        try
        {
            if (await changed)
                await Task.Delay(breath, stop);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    static TaskCompletionSource NewBeat() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
