using NodaTime;

namespace DutyGuy.Domain;

/// <summary>
/// A deploy that only asks another system: that the asking program ended well is no switch-over. The other system is
/// followed by its words until it switched, failed, or kept silent too long.
/// </summary>
public static class RolloutAsked
{
    /// <summary>The program that asks ended well. A word that came before it ended stays.</summary>
    public static Decision Asked(Rollout rollout, Instant now, Duration patience)
    {
        var back = rollout.Status == RolloutStatus.RollingBack;
        var asked = rollout with
        {
            Status = rollout.Status == RolloutStatus.Deploying ? RolloutStatus.Asked : rollout.Status,
            WordUntil = now + patience,
            Runner = null,
        };
        var what = back ? $"to go back from {rollout.Release}" : $"for {rollout.Release}";
        return RolloutLife.Changed(asked, FactKind.RolloutAsked, now, $"The other system was asked {what}.");
    }

    /// <summary>It moved on, and has not ended yet; a word extends the time in which the next one is waited for.</summary>
    public static Decision Told(Rollout rollout, RolloutStatus status, Instant now, Duration patience, string? by)
    {
        var moved = rollout with { Status = status, WordUntil = rollout.Runner is null ? now + patience : null };
        var what = status switch
        {
            RolloutStatus.Queued => "is in the queue of the other system",
            RolloutStatus.WaitingForApproval => "waits for an approval in the other system",
            _ => "is being deployed by the other system",
        };
        return RolloutLife.Changed(
            moved,
            FactKind.RolloutAsked,
            now,
            $"{rollout.Release} {what}{(by is null ? "" : $", told by {by}")}."
        );
    }

    /// <summary>No word in time: nobody knows how it stands. Later words are still taken.</summary>
    public static Decision Overdue(IEnumerable<Rollout> rollouts, Instant now) =>
        rollouts
            .Where(r => r.WordUntil <= now && r.IsRunning && r.Status != RolloutStatus.Unknown)
            .Select(r =>
                RolloutLife.Unknown(
                    r with
                    {
                        WordUntil = null,
                    },
                    now,
                    "the other system was asked and has not told its end."
                )
            )
            .Aggregate(Decision.None, (all, one) => all + one);
}
