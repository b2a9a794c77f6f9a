using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>The server's clock: the machine's, or with --test-clock one that is set and only goes forward.</summary>
public sealed class DutyClock(bool testing) : IClock
{
    readonly Lock guard = new();
    Instant? set;

    /// <summary>Whether the clock can be set.</summary>
    public bool Testing => testing;

    /// <summary>Whether it was set yet; until then it shows the machine's time.</summary>
    public bool IsSet => set is not null;

    public Instant GetCurrentInstant()
    {
        lock (guard)
            return set ?? Whole(SystemClock.Instance.GetCurrentInstant());
    }

    /// <summary>Sets the test clock; false when that would go back.</summary>
    public bool TrySet(Instant now)
    {
        lock (guard)
        {
            if (set is { } before && now < before)
                return false;
            set = now;
            return true;
        }
    }

    /// <summary>Whole milliseconds, so that an instant reads back from every database as it was written.</summary>
    static Instant Whole(Instant now) => Instant.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
}
