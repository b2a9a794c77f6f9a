using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A turn with a rollout under way or a watch open lasts until that is over.</summary>
static class TurnWatches
{
    /// <summary>No deploy that somebody waits for takes longer.</summary>
    static readonly Duration Longest = Duration.FromHours(1);

    /// <summary>
    /// Until when the turns of these dates last, where that is beyond their hours. A rollout counts only when it was begun
    /// while the turn lasted: one at night, in somebody's take-over, makes no earlier turn longer.
    /// </summary>
    public static IReadOnlyDictionary<LocalDate, Instant> Of(
        string duty,
        DutyHours hours,
        IReadOnlyList<Rollout> rollouts
    )
    {
        var until = new Dictionary<LocalDate, Instant>();
        foreach (var rollout in rollouts.Where(r => r.Duty == duty).OrderBy(r => r.StartedAt))
        {
            var date = hours.WorkingDayAt(rollout.StartedAt) ?? hours.DateOf(rollout.StartedAt);
            var end = until.TryGetValue(date, out var later) ? later : hours.EndOf(date);
            if (rollout.StartedAt < end && Over(rollout) is { } over && over > end)
                until[date] = over;
        }
        return until;
    }

    /// <summary>Null when nobody waited for it. Who started a deploy stays at least until it is over.</summary>
    static Instant? Over(Rollout rollout)
    {
        if (rollout.Status is RolloutStatus.Waiting or RolloutStatus.Deploying)
            return Instant.MaxValue;
        // What was settled the next morning kept nobody there for the night.
        if ((rollout.SwitchedAt ?? rollout.EndedAt) - rollout.StartedAt is not { } took || took > Longest)
            return null;
        return rollout is { EndedAt: { } ended, WatchUntil: { } until }
            ? Instant.Min(ended, until)
            : rollout.EndedAt ?? rollout.WatchUntil;
    }
}
