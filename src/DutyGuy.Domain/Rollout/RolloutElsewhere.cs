using NodaTime;

namespace DutyGuy.Domain;

/// <summary>How far a rollout is that somebody else's machine runs.</summary>
public enum RolloutProgress
{
    /// <summary>It runs.</summary>
    Deploying,

    /// <summary>It serves.</summary>
    Switched,

    /// <summary>It failed before the switch.</summary>
    Failed,

    /// <summary>It was taken back.</summary>
    RolledBack,
}

/// <summary>Rollouts made elsewhere: told to the server, never run by it.</summary>
public static class RolloutElsewhere
{
    /// <summary>The newer state of a rollout that runs elsewhere; the same word twice changes nothing.</summary>
    public static Outcome<Decision> Tell(Rollout rollout, RolloutProgress state, Instant now, Duration watch)
    {
        if (rollout.Ours)
            return Refusal.Conflict(
                $"Rollout {rollout.Id} is run by this server; it tells its progress itself. "
                    + "Where nobody knows how it ended, settle it."
            );
        var before = rollout.SwitchedAt is null && rollout.EndedAt is null;
        return state switch
        {
            RolloutProgress.Switched when before => RolloutLife.Switched(rollout, now, watch),
            RolloutProgress.Failed when before => RolloutLife.Failed(rollout, now, "told from elsewhere."),
            RolloutProgress.Failed when rollout.Status != RolloutStatus.Failed => Refusal.Conflict(
                $"Rollout {rollout.Id} serves already. Tell “rolled back” when it was taken back."
            ),
            RolloutProgress.RolledBack when rollout.Status is RolloutStatus.Watching or RolloutStatus.Done =>
                RolloutLife.RolledBack(rollout, now),
            RolloutProgress.RolledBack when rollout.Status != RolloutStatus.RolledBack => Refusal.Conflict(
                $"Rollout {rollout.Id} does not serve; there is nothing to go back from."
            ),
            _ => Decision.None,
        };
    }
}
