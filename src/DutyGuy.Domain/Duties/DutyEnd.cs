namespace DutyGuy.Domain;

/// <summary>A duty ends: its past stays, it has no more turns, and what it looked after changes hands with a word.</summary>
public static class DutyEnd
{
    /// <summary>Ends it; who holds it now has their entry closed. The last duty stays.</summary>
    /// <param name="facts">Of the duty, before.</param>
    /// <param name="duties">All duties.</param>
    /// <param name="known">All there is to look after.</param>
    /// <param name="by">Who ends it.</param>
    public static Outcome<(Decision Decision, LookingAfter After)> Decide(
        DutyFacts facts,
        IReadOnlyList<Duty> duties,
        KnownSources known,
        string by
    )
    {
        if (Refused(facts, duties) is { } refusal)
            return refusal;
        var after = LookingAfter.Ended(duties, facts.Duty.Id, facts.Now, known);
        var over = facts with
        {
            Duty = facts.Duty with { EndedAt = facts.Now },
            Rota = facts.Rota with { EndedAt = facts.Now },
        };
        var ended = new Decision
        {
            Rows = [.. after.Duties],
            Facts =
            [
                facts.Fact(FactKind.RotaChanged, by, $"{by} ended the duty {facts.Duty.Name}."),
                .. MoveFacts.Of(after.Moves, by, facts.Now),
            ],
        };
        return (PassTurns.Due(facts) + PassRuns.Due(over) + PassEntries.Due(over) + ended, after);
    }

    /// <summary>Why nothing can be changed of a duty that was ended; null while it stands.</summary>
    public static Refusal? IsOver(Duty duty) =>
        duty.EndedAt is { } at
            ? Refusal.Conflict($"{duty.Name} was ended at {at:uuuu-MM-dd HH:mm} UTC. Its past can be read.")
            : null;

    static Refusal? Refused(DutyFacts facts, IReadOnlyList<Duty> duties) =>
        IsOver(facts.Duty)
        ?? (
            DutyAssignment.Standing(duties).Count < 2
                ? Refusal.Conflict(
                    $"{facts.Duty.Name} is the only duty: without it nobody looks after anything. Make another one first."
                )
                : null
        )
        ?? (
            facts.Rollouts.LastOrDefault(r => r.Duty == facts.Duty.Id && IsOpen(r)) is { } rollout
                ? Refusal.Conflict(
                    $"Rollout {rollout.Id} of {facts.Duty.Name} is not over. End the duty when its watch is."
                )
                : null
        );

    static bool IsOpen(Rollout rollout) =>
        rollout.Status
            is not (RolloutStatus.Done or RolloutStatus.Failed or RolloutStatus.RolledBack or RolloutStatus.Declined);
}
