using DutyGuy.Domain;
using DutyGuy.Web.Components;

namespace DutyGuy.Features.Rollouts;

/// <summary>How a rollout's state is drawn and said.</summary>
static class RolloutWords
{
    public static MarkKind Mark(RolloutStatus status) =>
        status switch
        {
            RolloutStatus.Done => MarkKind.Ok,
            RolloutStatus.Failed or RolloutStatus.Undecided => MarkKind.Bad,
            RolloutStatus.Unknown => MarkKind.Dunno,
            RolloutStatus.Declined or RolloutStatus.RolledBack => MarkKind.Flat,
            _ => MarkKind.Run,
        };

    /// <summary>The answer of the page of one rollout.</summary>
    public static (MarkKind Kind, string Text) Headline(Rollout rollout, WatchState watch) =>
        rollout.Status switch
        {
            RolloutStatus.Waiting => (MarkKind.Run, $"Rollout {rollout.Release} begins."),
            RolloutStatus.Asked => (
                MarkKind.Run,
                $"Rollout {rollout.Release} is asked for. The other system has not answered."
            ),
            RolloutStatus.Queued => (MarkKind.Run, $"Rollout {rollout.Release} is in the queue of the other system."),
            RolloutStatus.WaitingForApproval => (
                MarkKind.Warn,
                $"Rollout {rollout.Release} waits for an approval in the other system."
            ),
            RolloutStatus.Unknown when rollout.Contradicted is { } other => (
                MarkKind.Dunno,
                $"Figures still come from {other}, not from {rollout.Release}. Whether it is out cannot be told."
            ),
            RolloutStatus.Deploying => (MarkKind.Run, $"Rollout {rollout.Release} is on its way."),
            RolloutStatus.Watching => Watching(rollout, watch),
            RolloutStatus.Done => (MarkKind.Ok, $"Rollout {rollout.Release} is out."),
            RolloutStatus.Failed => (
                MarkKind.Bad,
                $"Rollout {rollout.Release} failed before the switch. Production is as before."
            ),
            RolloutStatus.Undecided => (MarkKind.Bad, $"Decide: keep or roll back {rollout.Release}."),
            RolloutStatus.Unknown when Watches.EndedUntold(rollout) => (
                MarkKind.Dunno,
                $"Rollout {rollout.Release} is out. Its watch could not tell whether all is as before."
            ),
            RolloutStatus.Unknown => (
                MarkKind.Dunno,
                $"Nobody knows how rollout {rollout.Release} ended. Look, then decide."
            ),
            RolloutStatus.RollingBack => (MarkKind.Run, $"Rollout {rollout.Release} is going back."),
            RolloutStatus.RolledBack => (MarkKind.Flat, $"Rollout {rollout.Release} was rolled back."),
            _ => (MarkKind.Flat, "No rollout on that day."),
        };

    static (MarkKind, string) Watching(Rollout rollout, WatchState watch) =>
        watch.Health switch
        {
            Tri.No => (MarkKind.Bad, $"Rollout {rollout.Release} is out, and something got worse."),
            Tri.Yes when watch.IsWhole => (MarkKind.Ok, $"Rollout {rollout.Release} is out. All is as before."),
            Tri.Yes => (MarkKind.Ok, $"Rollout {rollout.Release} is out. {watch.Says}"),
            _ => (MarkKind.Dunno, $"Rollout {rollout.Release} is out. Whether all is as before cannot be seen."),
        };
}
