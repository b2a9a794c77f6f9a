using NodaTime;

namespace DutyGuy.Domain;

/// <summary>An entry is there from the first second of a holding, and is finished at its end, however it ends.</summary>
static class PassEntries
{
    /// <summary>How far back holdings are looked for that a stopped server missed.</summary>
    static readonly Duration LookBack = Duration.FromDays(7);

    public static Decision Due(DutyFacts facts)
    {
        var all = Decision.None;
        foreach (
            var holding in Holdings.Of(
                facts.Rota,
                facts.Acts,
                facts.Now - LookBack,
                facts.Now + Duration.Epsilon,
                facts.WatchedUntil
            )
        )
        {
            var entry = facts.Entries.FirstOrDefault(e => e.From == holding.From);
            if (entry is { To: not null })
                continue;
            var over = holding.To <= facts.Now;
            entry ??= Begun(facts, holding);
            if (over)
                all += Ended(facts, entry, holding);
            else if (entry.Id == 0)
                all += new Decision { Rows = [entry] };
        }
        return all;
    }

    static LogEntry Begun(DutyFacts facts, Holding holding) =>
        new()
        {
            Duty = facts.Duty.Id,
            Date = holding.Date,
            Person = holding.Person,
            From = holding.From,
            Facts = "",
        };

    static Decision Ended(DutyFacts facts, LogEntry entry, Holding holding)
    {
        var ended = EntryDraft.Until(facts, entry, holding.To) with { To = holding.To };
        if (ended.SignedAt is null)
            ended = ended with { ClosedAt = facts.Now };
        var how = ended.SignedAt is null ? "closed by itself, not signed" : "closed, signed";
        var fact = facts.Fact(
            FactKind.TurnEnded,
            "by itself",
            $"The turn of {facts.NameOf(entry.Person)} ended; the entry is {how}."
        );
        return new() { Rows = [ended], Facts = [fact] };
    }
}
