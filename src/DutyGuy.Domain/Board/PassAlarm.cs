using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What the watch of a rollout leads to: an alarm that stays, and its end.</summary>
static class PassAlarm
{
    public static Decision Due(DutyFacts facts) =>
        facts
            .Rollouts.Where(r => r.Duty is null || r.Duty == facts.Duty.Id)
            .Select(r => Of(facts, r))
            .Aggregate(Decision.None, (all, one) => all + one);

    static Decision Of(DutyFacts facts, Rollout rollout)
    {
        if (Replaced(facts, rollout) is { } by)
            return Ended(facts, rollout, by);
        if (Watches.EndedUntold(rollout))
            return facts.Rollouts.Any(r => r.Id > rollout.Id && r.SwitchedAt is not null)
                ? Decision.None
                : WatchEnd.TickedAfterwards(facts, rollout);
        if (rollout.Status != RolloutStatus.Watching)
            return Decision.None;
        var marked = RolloutAlarm.Marked(facts, rollout);
        var alarm = marked == rollout ? Decision.None : Alarm(facts, marked);
        return rollout.WatchUntil <= facts.Now ? alarm with { Rows = [] } + WatchEnd.Of(facts, marked) : alarm;
    }

    static Decision Alarm(DutyFacts facts, Rollout rollout) =>
        new()
        {
            Rows = [rollout],
            Facts =
            [
                Fact(
                    facts,
                    rollout,
                    FactKind.RolloutAlarm,
                    $"The watch of {rollout.Release} advises to {Words(rollout.Alarm)}: {rollout.AlarmWhy}"
                ),
            ],
        };

    /// <summary>A later rollout of the service serves production: nothing of this one is left to watch or to decide.</summary>
    static Rollout? Replaced(DutyFacts facts, Rollout rollout) =>
        rollout.Status == RolloutStatus.Undecided
        || (rollout.Status == RolloutStatus.Watching && rollout.WatchUntil <= facts.Now)
            ? facts.Rollouts.LastOrDefault(r =>
                r.Id > rollout.Id && r.Service == rollout.Service && r.SwitchedAt is not null
            )
            : null;

    static Decision Ended(DutyFacts facts, Rollout rollout, Rollout by)
    {
        var when = rollout.Status == RolloutStatus.Undecided ? "somebody decided about it" : "its watch was over";
        return new()
        {
            Rows = [rollout with { Status = RolloutStatus.Done, EndedAt = facts.Now }],
            Facts =
            [
                Fact(
                    facts,
                    rollout,
                    FactKind.RolloutDone,
                    $"Rollout {rollout.Release} was replaced by {by.Release} before {when}."
                ),
            ],
        };
    }

    static string Words(WatchAdvice? advice) => advice == WatchAdvice.RollBack ? "roll back" : "look";

    static Fact Fact(DutyFacts facts, Rollout rollout, FactKind kind, string text) =>
        facts.Fact(kind, "by itself", text, $"rollout:{rollout.Id}");
}
