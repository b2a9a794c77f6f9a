using NodaTime;

namespace DutyGuy.Domain;

/// <summary>
/// The minutes in which a rollout is watched. The first is the one of the switch-over: in it the releases are told apart by
/// their names, later everything counts as the new one.
/// </summary>
public sealed record ProductionWatch(string Release, Instant Since, Instant Until)
{
    /// <summary>Minutes before that tell what is usual.</summary>
    public const int Before = 120;

    private const int Longest = 60;
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private static readonly Duration Day = Duration.FromDays(1);

    /// <summary>Of a rollout that switched over: from then on, or from when figures no longer contradicted it.</summary>
    public static ProductionWatch Of(Rollout rollout)
    {
        var since = rollout.WatchFrom ?? rollout.SwitchedAt ?? rollout.StartedAt;
        return new(rollout.Release, since, rollout.WatchUntil ?? since + HouseRules.UsualWatch);
    }

    /// <summary>
    /// The last minutes of a rollout that figures contradict: which release they carry now is what counts, however long the
    /// watch would have lasted.
    /// </summary>
    public static ProductionWatch Lately(Rollout rollout, Instant now) =>
        new(
            rollout.Release,
            Instant.Max(rollout.SwitchedAt ?? rollout.StartedAt, EndpointMinute.BeginOf(now) - Minute * 10),
            now + Minute
        );

    /// <summary>Beginning of the first minute.</summary>
    public Instant First => EndpointMinute.BeginOf(Since);

    /// <summary>Minutes of the whole watch.</summary>
    public int Total => Math.Clamp(StoredMinutes.MinutesFrom(First, Until), 1, Longest);

    /// <summary>Minutes that are over.</summary>
    public int Over(Instant now) => Math.Clamp(StoredMinutes.MinutesFrom(First, now), 0, Total);

    /// <summary>What a look needs: these minutes, and those of the day before.</summary>
    public (Interval Today, Interval DayBefore) Needed(int minutes)
    {
        var begin = First - Before * Minute;
        return (new(begin, First + minutes * Minute), new(begin - Day, First + Total * Minute - Day));
    }

    /// <summary>Goes on from the looks before, over stored minutes: the same minutes make the same calls.</summary>
    public WatchLooks GoOn(WatchLooks looks, int until, IEnumerable<EndpointMinute> minutes)
    {
        var frame = new RolloutFrame(Before, Total);
        return RolloutWatch.GoOn(looks, StoredMinutes.Timings(frame, First, minutes, IsNew, watching: true), until);
    }

    private bool IsNew(EndpointMinute minute) =>
        minute.Minute >= Since || (minute.Minute == First && minute.Release == Release);
}
