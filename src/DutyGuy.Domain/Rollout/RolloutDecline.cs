namespace DutyGuy.Domain;

/// <summary>No rollout today, with a reason; it uses up the day as a rollout would.</summary>
public static class RolloutDecline
{
    /// <summary>The decline, or why not; only who is on duty says it, and only before the day is used up.</summary>
    public static Outcome<Decision> Decide(DutyFacts facts, string by, string? reason)
    {
        if (RolloutStart.NotOnDuty(facts, by) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(reason))
            return Refusal.Invalid("The reason is missing. Write one sentence for the log.", "reason");
        if (facts.Rollouts.LastOrDefault(r => r.IsRunning) is { } running)
            return Refusal.Conflict($"Rollout {running.Id} is not over yet. Watch it end first.");
        if (RolloutDay.Of(facts) is { IsUsedUp: true } day)
            return Refusal.Conflict(
                day.State switch
                {
                    RolloutDayState.RolledBack => "Today's rollout was rolled back; that used up the day.",
                    RolloutDayState.Declined => "Today's rollout is declined already.",
                    _ => "Today's rollout is done already.",
                }
            );
        return new Decision
        {
            Rows = [Declined(facts, by, reason.Trim())],
            Facts =
            [
                facts.Fact(
                    FactKind.RolloutDeclined,
                    by,
                    $"{facts.NameOf(by)} declined today's rollout: {reason.Trim()}",
                    "rollout"
                ),
            ],
        };
    }

    static Rollout Declined(DutyFacts facts, string by, string reason) =>
        new()
        {
            Environment = Environments.Production,
            Release = facts.Ship.Candidate is { } commit ? commit.Sha[..Math.Min(7, commit.Sha.Length)] : "-",
            From = facts.Ship.Running,
            FromRelease = facts.Ship.RunningRelease,
            To = facts.Ship.Candidate?.Sha ?? "",
            Status = RolloutStatus.Declined,
            Duty = facts.Duty.Id,
            StartedBy = by,
            StartedAt = facts.Now,
            EndedAt = facts.Now,
            OverrideReason = reason,
        };
}
