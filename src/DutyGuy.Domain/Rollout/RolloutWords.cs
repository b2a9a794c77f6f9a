namespace DutyGuy.Domain;

/// <summary>What is said about a rollout afterwards.</summary>
public static class RolloutWords
{
    /// <summary>Why it was rolled back; said by who did it, or by who is on duty.</summary>
    public static Outcome<Decision> RollBackReason(DutyFacts facts, Rollout rollout, string by, string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return Refusal.Invalid("The reason is missing.", "reason");
        if (rollout.RolledBackBy is null)
            return Refusal.Conflict($"Rollout {rollout.Id} was not rolled back.");
        if (rollout.RolledBackBy != by && RolloutStart.NotOnDuty(facts, by) is { } refusal)
            return refusal;
        var said = $"Why {rollout.Release} was rolled back: {reason.Trim()}";
        return new Decision
        {
            Rows = [rollout with { RollBackReason = reason.Trim() }],
            Facts = [facts.Fact(FactKind.RolledBack, by, said, $"rollout:{rollout.Id}")],
        };
    }
}
