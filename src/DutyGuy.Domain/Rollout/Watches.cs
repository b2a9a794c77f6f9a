namespace DutyGuy.Domain;

/// <summary>Which rollout is watched, and how far a watch counts when it is over.</summary>
public static class Watches
{
    /// <summary>Production serves it and somebody watches; also while figures contradict that it serves.</summary>
    public static bool IsWatched(Rollout rollout) =>
        rollout
            is { Status: RolloutStatus.Watching, SwitchedAt: not null }
                or { Status: RolloutStatus.Unknown, Contradicted: not null, SwitchedAt: not null };

    /// <summary>Its watch is over and could not tell, and nobody said in their name that it is well.</summary>
    public static bool EndedUntold(Rollout rollout) =>
        rollout
            is {
                Status: RolloutStatus.Unknown,
                SwitchedAt: not null,
                EndedAt: not null,
                Contradicted: null,
                RolledBackBy: null
            };

    /// <summary>The fact <c>rollout health</c>: of the watch that runs, or how the last one of the duty ended.</summary>
    public static Tri Health(DutyFacts facts)
    {
        var last = facts.Rollouts.LastOrDefault(r =>
            r.SwitchedAt >= facts.StartOfToday && (r.Duty is null || r.Duty == facts.Duty.Id)
        );
        return last switch
        {
            { Status: RolloutStatus.Done, KeptBy: null } => Tri.Yes,
            { Status: RolloutStatus.Undecided } => Tri.No,
            _ => facts.Watch.Health,
        };
    }
}
