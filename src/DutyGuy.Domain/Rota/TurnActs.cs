namespace DutyGuy.Domain;

/// <summary>What a person can do about the turn of now: start it, take it over, end it early.</summary>
public static class TurnActs
{
    /// <summary>Records the start: the hello to the other duty, and the last entry as read.</summary>
    public static Outcome<Decision> Start(DutyFacts facts, string person)
    {
        if (RolloutStart.NotOnDuty(facts, person) is { } refusal)
            return refusal;
        var already = facts.Acts.Any(a =>
            a.Kind == TurnActKind.Started && a.Person == person && a.At >= facts.OnDuty.From
        );
        if (already)
            return Decision.None;
        var text = $"{facts.NameOf(person)} started the duty.";
        return Act(facts, TurnActKind.Started, person, null, FactKind.DutyStarted, text) + LastEntryRead(facts, person);
    }

    /// <summary>Any engineer of the duty, at once, without consent, at any hour.</summary>
    public static Outcome<Decision> TakeOver(DutyFacts facts, string person)
    {
        if (DutyEnd.IsOver(facts.Duty) is { } over)
            return over;
        if (!facts.Rota.Members.Any(m => m.Handle == person && m.TakesPart(facts.Today)))
            return Refusal.NotAllowed($"You are not in the rota of {facts.Duty.Name}. The process owner can add you.");
        if (facts.OnDuty.Person == person)
            return Decision.None;
        var from = facts.OnDuty.Person is { } other ? $" from {facts.NameOf(other)}" : "";
        var text = $"{facts.NameOf(person)} took over{from}.";
        return Act(facts, TurnActKind.TookOver, person, null, FactKind.TookOver, text);
    }

    /// <summary>Ends the turn before its time, with a reason; nobody is on duty until a take-over.</summary>
    public static Outcome<Decision> End(DutyFacts facts, string person, string reason)
    {
        if (RolloutStart.NotOnDuty(facts, person) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(reason))
            return Refusal.Invalid(
                "The reason is missing. Write one sentence a colleague can understand tomorrow.",
                "reason"
            );
        var text = $"{facts.NameOf(person)} ended the duty early: {reason}";
        return Act(facts, TurnActKind.Ended, person, reason, FactKind.EndedEarly, text);
    }

    /// <summary>Who is on duty left the team: the turn ends as an early one does, and the stand-by is asked.</summary>
    public static Decision Left(DutyFacts facts, string person) =>
        facts.OnDuty.Person == person
            ? Act(
                facts,
                TurnActKind.Ended,
                person,
                "left the team",
                FactKind.EndedEarly,
                $"{facts.NameOf(person)} left the team: nobody is on duty."
            )
            : Decision.None;

    static Decision Act(DutyFacts facts, TurnActKind kind, string person, string? reason, FactKind fact, string text) =>
        new()
        {
            Rows =
            [
                new TurnAct
                {
                    Duty = facts.Duty.Id,
                    Kind = kind,
                    Person = person,
                    At = facts.Now,
                    Reason = reason,
                },
            ],
            Facts = [facts.Fact(fact, person, text)],
        };

    static Decision LastEntryRead(DutyFacts facts, string person)
    {
        var last = facts.Entries.Where(e => e.To is not null).MaxBy(e => e.From);
        if (last is null || last.ReadBy.ContainsKey(person))
            return Decision.None;
        var read = new Dictionary<string, NodaTime.Instant>(last.ReadBy) { [person] = facts.Now };
        return new()
        {
            Rows = [last with { ReadBy = read }],
            Facts =
            [
                facts.Fact(
                    FactKind.EntryRead,
                    person,
                    $"{facts.NameOf(person)} read the entry of {facts.NameOf(last.Person)}."
                ),
            ],
        };
    }
}
