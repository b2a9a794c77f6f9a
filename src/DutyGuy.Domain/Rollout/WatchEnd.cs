using NodaTime;

namespace DutyGuy.Domain;

/// <summary>The watch is over: done, or somebody must decide, or nobody can tell.</summary>
public static class WatchEnd
{
    /// <summary>How it ends at this moment.</summary>
    public static Decision Of(DutyFacts facts, Rollout rollout) =>
        HealthOf(facts, rollout) == Tri.Yes ? Done(facts, rollout)
        : rollout.Alarm is not null ? Undecided(facts, rollout)
        : Ticked(facts, rollout) is { } by ? Judged(facts, rollout, by)
        : Untold(facts, rollout);

    /// <summary>The step was ticked only after the watch had ended without knowing: then it is done in that name.</summary>
    public static Decision TickedAfterwards(DutyFacts facts, Rollout rollout) =>
        Ticked(facts, rollout) is { } by ? Judged(facts, rollout, by) : Decision.None;

    static Tri HealthOf(DutyFacts facts, Rollout rollout) =>
        facts.Watch.IsOf(rollout) ? facts.Watch.Health : Tri.CannotTell;

    /// <summary>Who ticked the watch by hand; null when nobody did.</summary>
    static string? Ticked(DutyFacts facts, Rollout rollout) =>
        facts
            .Runs.Where(r => r.OpenedAt <= (rollout.EndedAt ?? facts.Now) && !(r.ClosedAt < rollout.SwitchedAt))
            .SelectMany(r => WatchStep.In(facts, r).Select(s => r.Step(s.Id)))
            .LastOrDefault(s => s is { State: StepState.Done, By: not null } && s.At >= rollout.SwitchedAt)
            ?.By;

    static Decision Done(DutyFacts facts, Rollout rollout)
    {
        var found = rollout.AlarmWhy is { } why
            ? $"At {Moments.Of(rollout.AlarmSince ?? facts.Now, facts.Now, facts.Playbook.Zone)} it had found: {why} At the end: "
            : "";
        var text = rollout.Alarm is null
            ? $"Rollout {rollout.Release} was watched without a finding. {facts.Watch.Says}"
            : $"The watch of {rollout.Release} ended as before. {found}{facts.Watch.Says}";
        return Over(facts, rollout, RolloutStatus.Done, FactKind.RolloutDone, text);
    }

    static Decision Undecided(DutyFacts facts, Rollout rollout) =>
        Over(
            facts,
            rollout,
            RolloutStatus.Undecided,
            FactKind.RolloutAlarm,
            $"The watch of {rollout.Release} ended with a finding, keep or roll back is to be decided: {rollout.AlarmWhy}"
        );

    static Decision Judged(DutyFacts facts, Rollout rollout, string by) =>
        RolloutKeep.Kept(
            rollout,
            facts.Now,
            by,
            $"{facts.NameOf(by)} judged the watch of {rollout.Release} by hand. {Untellable(facts, rollout)}"
        );

    static Decision Untold(DutyFacts facts, Rollout rollout) =>
        Over(
            facts,
            rollout with
            {
                AlarmWhy = Untellable(facts, rollout),
            },
            RolloutStatus.Unknown,
            FactKind.RolloutUnknown,
            $"The watch of {rollout.Release} ended; whether all is as before could not be told. {Untellable(facts, rollout)}"
        );

    static string Untellable(DutyFacts facts, Rollout rollout) =>
        rollout.AlarmWhy ?? (facts.Watch.IsOf(rollout) ? facts.Watch.Says : "Another rollout was watched meanwhile.");

    static Decision Over(DutyFacts facts, Rollout rollout, RolloutStatus status, FactKind kind, string text) =>
        new()
        {
            Rows = [rollout with { Status = status, EndedAt = status == RolloutStatus.Undecided ? null : facts.Now }],
            Facts =
            [
                new()
                {
                    At = facts.Now,
                    Kind = kind,
                    Source = "by itself",
                    Duty = rollout.Duty,
                    Subject = $"rollout:{rollout.Id}",
                    Text = text,
                },
            ],
        };
}
