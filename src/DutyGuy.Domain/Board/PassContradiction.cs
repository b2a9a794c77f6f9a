using NodaTime;

namespace DutyGuy.Domain;

/// <summary>
/// Figures that carry another release than the one said to be served take the word back: whether production serves it
/// cannot be told. When they agree it serves, and its watch begins anew.
/// </summary>
static class PassContradiction
{
    public static Decision Due(DutyFacts facts) =>
        facts.Rollouts.LastOrDefault(Watches.IsWatched) is { } rollout
        && (rollout.Duty is null || rollout.Duty == facts.Duty.Id)
        && facts.Watch.Rollout == rollout.Id
            ? Of(facts, rollout)
            : Decision.None;

    /// <summary>While production is watched each minute tells more; of a contradiction that nobody settles only for a day.</summary>
    public static Instant? NextLook(DutyFacts facts) =>
        facts.Rollouts.LastOrDefault(Watches.IsWatched) is { SwitchedAt: { } at }
        && facts.Now < at + Duration.FromDays(1)
            ? EndpointMinute.BeginOf(facts.Now) + Duration.FromMinutes(1)
            : null;

    static Decision Of(DutyFacts facts, Rollout rollout) =>
        facts.Watch.Release switch
        {
            { Agree: Tri.No, Other: { } other } when rollout.Contradicted != other => TakenBack(facts, rollout, other),
            { Agree: Tri.Yes } when rollout.Contradicted is not null => Agreed(facts, rollout),
            _ => Decision.None,
        };

    static Decision TakenBack(DutyFacts facts, Rollout rollout, string other) =>
        new()
        {
            Rows = [rollout with { Status = RolloutStatus.Unknown, Contradicted = other }],
            Facts =
            [
                Fact(
                    facts,
                    rollout,
                    FactKind.RolloutUnknown,
                    $"Figures still come from {other}: whether production serves {rollout.Release} cannot be told."
                ),
            ],
        };

    static Decision Agreed(DutyFacts facts, Rollout rollout) =>
        new()
        {
            Rows =
            [
                rollout with
                {
                    Status = RolloutStatus.Watching,
                    Contradicted = null,
                    WatchFrom = facts.Now,
                    WatchUntil = facts.Now + RolloutLife.WatchOf(facts.Playbook),
                },
            ],
            Facts =
            [
                Fact(
                    facts,
                    rollout,
                    FactKind.RolloutSwitched,
                    $"Figures come from {rollout.Release} now: production serves it, and its watch begins anew."
                ),
            ],
        };

    static Fact Fact(DutyFacts facts, Rollout rollout, FactKind kind, string text) =>
        facts.Fact(kind, "by itself", text, $"rollout:{rollout.Id}");
}
