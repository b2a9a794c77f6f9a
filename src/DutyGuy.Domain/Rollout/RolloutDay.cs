using NodaTime;

namespace DutyGuy.Domain;

/// <summary>How the rollout of a day stands.</summary>
public enum RolloutDayState
{
    /// <summary>There was none yet.</summary>
    Open,

    /// <summary>It went out.</summary>
    Done,

    /// <summary>There is none.</summary>
    Declined,

    /// <summary>It was rolled back.</summary>
    RolledBack,

    /// <summary>It was rolled back, somebody said what mended it, and one more may go.</summary>
    Mending,
}

/// <summary>The rollout of today, once for the gate, the rule, and every page.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Last">The last one that used up the day; null while it is open.</param>
public sealed record RolloutDay(RolloutDayState State, Rollout? Last)
{
    /// <summary>A second one needs a reason.</summary>
    public bool IsUsedUp => State is not (RolloutDayState.Open or RolloutDayState.Mending);

    /// <summary>Of this moment.</summary>
    public static RolloutDay Of(DutyFacts facts)
    {
        var last = facts.Rollouts.LastOrDefault(r =>
            r.UsesUpTheDay && (r.SwitchedAt ?? r.StartedAt) >= facts.StartOfToday
        );
        return new(
            last switch
            {
                null => RolloutDayState.Open,
                { Status: RolloutStatus.Declined } => RolloutDayState.Declined,
                { Status: not RolloutStatus.RolledBack } => RolloutDayState.Done,
                { Mends: null } when IsMended(facts, last) => RolloutDayState.Mending,
                _ => RolloutDayState.RolledBack,
            },
            last
        );
    }

    /// <summary>What was rolled back and not mended yet, today or before; null when there is none.</summary>
    public static Hold? Rejected(DutyFacts facts) => Rejection.Of(facts).Standing;

    /// <summary>Rolled back at 16:12; null when nothing of it is to be said now.</summary>
    public static Instant? RolledBackAt(DutyFacts facts) =>
        Rejected(facts)?.At
        ?? (
            Of(facts) is { State: RolloutDayState.RolledBack, Last: { } last } ? last.EndedAt ?? last.SwitchedAt : null
        );

    static bool IsMended(DutyFacts facts, Rollout rollout) =>
        facts.Holds.Any(h => h.RolloutId == rollout.Id && h is { LiftedAt: not null, Mended: not null });
}
