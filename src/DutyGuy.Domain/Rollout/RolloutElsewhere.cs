using NodaTime;

namespace DutyGuy.Domain;

/// <summary>How far a rollout is that somebody else's machine runs.</summary>
public enum RolloutProgress
{
    /// <summary>It waits for its turn.</summary>
    Queued,

    /// <summary>It waits for a person's approval.</summary>
    WaitingForApproval,

    /// <summary>It runs.</summary>
    Deploying,

    /// <summary>It serves.</summary>
    Switched,

    /// <summary>It failed before the switch.</summary>
    Failed,

    /// <summary>It was taken back.</summary>
    RolledBack,
}

/// <summary>What another system tells of a rollout that it runs; its words only go forward.</summary>
public static class RolloutElsewhere
{
    /// <summary>The newer state of a rollout that runs elsewhere; the same word twice changes nothing.</summary>
    /// <param name="watch">How long it is watched after the switch.</param>
    /// <param name="patience">How long the next word is waited for.</param>
    /// <param name="by">Who told it, when they said so.</param>
    public static Outcome<Decision> Tell(
        Rollout rollout,
        RolloutProgress state,
        Instant now,
        Duration watch,
        Duration patience,
        string? by = null
    )
    {
        if (rollout.Ours && !rollout.EndIsTold)
            return Refusal.Conflict(
                $"Rollout {rollout.Id} is run by this server; it tells its progress itself. "
                    + "Where nobody knows how it ended, settle it."
            );
        if (IsSaid(rollout, state))
            return Decision.None;
        return rollout.Status == RolloutStatus.RollingBack
            ? WayBack(rollout, state, now)
            : WayThere(rollout with { WordUntil = null }, state, now, watch, patience, by);
    }

    static Outcome<Decision> WayThere(
        Rollout rollout,
        RolloutProgress state,
        Instant now,
        Duration watch,
        Duration patience,
        string? by
    ) =>
        state switch
        {
            RolloutProgress.RolledBack when Serves(rollout) => RolloutLife.RolledBack(rollout, now),
            RolloutProgress.RolledBack => Refusal.Conflict(
                $"Rollout {rollout.Id} does not serve; there is nothing to go back from."
            ),
            RolloutProgress.Failed when Serves(rollout) => Refusal.Conflict(
                $"Rollout {rollout.Id} serves already. Tell “rolled back” when it was taken back."
            ),
            _ when IsOver(rollout) || Serves(rollout) || Rank(rollout) > Rank(state) => Backwards(rollout, state),
            RolloutProgress.Switched => RolloutLife.Switched(rollout, now, watch),
            RolloutProgress.Failed => RolloutLife.Failed(rollout, now, "told from elsewhere."),
            _ => RolloutAsked.Told(rollout, StatusOf(state), now, patience, by),
        };

    /// <summary>The other system was asked to go back.</summary>
    static Outcome<Decision> WayBack(Rollout rollout, RolloutProgress state, Instant now) =>
        state switch
        {
            RolloutProgress.RolledBack => RolloutLife.RolledBack(rollout with { WordUntil = null }, now),
            RolloutProgress.Failed => RolloutLife.Unknown(
                rollout with
                {
                    WordUntil = null,
                },
                now,
                "the other system told that going back failed."
            ),
            RolloutProgress.Switched => Backwards(rollout, state),
            _ => Decision.None,
        };

    static Refusal Backwards(Rollout rollout, RolloutProgress state) =>
        Refusal.Conflict(
            $"Rollout {rollout.Id} is {Plain(rollout.Status)} already; “{Plain(state)}” would be a step back."
        );

    static bool IsSaid(Rollout rollout, RolloutProgress state) =>
        state switch
        {
            RolloutProgress.Switched => Serves(rollout),
            RolloutProgress.Failed => rollout.Status == RolloutStatus.Failed,
            RolloutProgress.RolledBack => rollout.Status == RolloutStatus.RolledBack,
            // While our program still asks, the status says that it runs.
            _ => rollout.Status == StatusOf(state) && rollout.Runner is null,
        };

    static bool Serves(Rollout rollout) =>
        rollout.SwitchedAt is not null
            && rollout.Status is not (RolloutStatus.RolledBack or RolloutStatus.Failed or RolloutStatus.Unknown)
        || rollout is { Status: RolloutStatus.Unknown, Contradicted: not null, SwitchedAt: not null }
        || Watches.EndedUntold(rollout);

    static bool IsOver(Rollout rollout) =>
        rollout.Status is RolloutStatus.RolledBack or RolloutStatus.Failed or RolloutStatus.Declined;

    static int Rank(Rollout rollout) =>
        rollout switch
        {
            { Runner: not null } => 0,
            { Status: RolloutStatus.Queued } => Rank(RolloutProgress.Queued),
            { Status: RolloutStatus.WaitingForApproval } => Rank(RolloutProgress.WaitingForApproval),
            { Status: RolloutStatus.Deploying } => Rank(RolloutProgress.Deploying),
            _ => 0,
        };

    static int Rank(RolloutProgress state) => 1 + (int)state;

    static RolloutStatus StatusOf(RolloutProgress state) =>
        state switch
        {
            RolloutProgress.Queued => RolloutStatus.Queued,
            RolloutProgress.WaitingForApproval => RolloutStatus.WaitingForApproval,
            _ => RolloutStatus.Deploying,
        };

    static string Plain(Enum word) =>
        string.Concat(word.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $" {c}" : $"{c}")).ToLowerInvariant();
}
