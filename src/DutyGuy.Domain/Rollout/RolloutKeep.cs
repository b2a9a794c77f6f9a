using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A person says that a rollout stays although its watch found something, or could not tell.</summary>
public static class RolloutKeep
{
    /// <summary>Pressed by who is on duty, or by who started it.</summary>
    public static Outcome<Decision> Press(DutyFacts facts, Rollout rollout, string by)
    {
        if (rollout is { Status: RolloutStatus.Done, KeptBy: not null })
            return Decision.None;
        if (rollout.Status == RolloutStatus.Watching)
            return Refusal.Conflict(
                $"The watch of {rollout.Release} is not over yet. Decide when it is, or roll back now."
            );
        if (rollout.Status != RolloutStatus.Undecided && !Watches.EndedUntold(rollout))
            return Refusal.Conflict($"Nothing is to decide about rollout {rollout.Id}.");
        if (rollout.StartedBy != by && RolloutStart.NotOnDuty(facts, by) is { } refusal)
            return refusal;
        var text = rollout.Alarm is null
            ? $"{facts.NameOf(by)} judged the watch of {rollout.Release} by hand. {rollout.AlarmWhy}"
            : $"{facts.NameOf(by)} keeps {rollout.Release} although its watch had found: {rollout.AlarmWhy}";
        return Kept(rollout, facts.Now, by, text);
    }

    /// <summary>Done in the name of a person, with their sentence.</summary>
    internal static Decision Kept(Rollout rollout, Instant now, string by, string text) =>
        new()
        {
            Rows = [rollout with { Status = RolloutStatus.Done, EndedAt = rollout.EndedAt ?? now, KeptBy = by }],
            Facts =
            [
                new()
                {
                    At = now,
                    Kind = FactKind.RolloutDone,
                    Source = by,
                    Duty = rollout.Duty,
                    Subject = $"rollout:{rollout.Id}",
                    Text = text,
                },
            ],
        };
}
