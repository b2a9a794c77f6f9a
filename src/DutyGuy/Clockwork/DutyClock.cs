using System.Diagnostics;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>
/// The server's clock: the machine's, or with --test-clock one that is set and only goes forward. The demo's stands while
/// its past is played, then <see cref="Run"/>s in real time from where it stands, and can still be set forward.
/// </summary>
public sealed class DutyClock(bool testing) : IClock
{
    readonly Lock guard = new();
    Instant? set;
    long? running;

    /// <summary>Whether the clock can be set.</summary>
    public bool Testing => testing;

    /// <summary>Whether it was set yet; until then it shows the machine's time.</summary>
    public bool IsSet => set is not null;

    /// <summary>Whether it was set and does not go on by itself.</summary>
    public bool Stands => set is not null && running is null;

    /// <summary>A clock that runs in real time from an instant.</summary>
    public static DutyClock StartingAt(Instant start)
    {
        var clock = new DutyClock(testing: false);
        clock.TrySet(start);
        clock.Run();
        return clock;
    }

    public Instant GetCurrentInstant()
    {
        lock (guard)
            return Shown() ?? Whole(SystemClock.Instance.GetCurrentInstant());
    }

    /// <summary>Sets the clock; false when that would go back.</summary>
    public bool TrySet(Instant now)
    {
        lock (guard)
        {
            if (Shown() is { } before && now < before)
                return false;
            set = now;
            running = running is null ? null : Stopwatch.GetTimestamp();
            return true;
        }
    }

    /// <summary>From here on it runs in real time.</summary>
    public void Run()
    {
        lock (guard)
            running ??= Stopwatch.GetTimestamp();
    }

    Instant? Shown() =>
        running is { } since ? Whole(set!.Value + Duration.FromTimeSpan(Stopwatch.GetElapsedTime(since))) : set;

    /// <summary>Whole milliseconds, so that an instant reads back from every database as it was written.</summary>
    static Instant Whole(Instant now) => Instant.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
}
