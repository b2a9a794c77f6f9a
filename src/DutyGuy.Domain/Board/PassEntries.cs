using NodaTime;

namespace DutyGuy.Domain;

/// <summary>An entry is there from the first second of a holding, and is finished at its end, however it ends.</summary>
static class PassEntries
{
    public static Decision Due(DutyFacts facts)
    {
        var all = Decision.None;
        var open = facts.Entries.Where(e => e.To is null).ToList();
        foreach (var holding in NotWritten(facts))
        {
            var entry = EntryOf(open, holding);
            if (entry is not null)
                open.Remove(entry);
            if (holding.To <= facts.Now)
                all += Ended(facts, entry ?? Begun(facts, holding), holding.To);
            else if (entry is null)
                all += new Decision { Rows = [Begun(facts, holding)] };
        }
        // Nobody holds it any more: the hours were changed under it.
        return open.Aggregate(all, (sum, entry) => sum + Ended(facts, entry, facts.Now));
    }

    /// <summary>
    /// Holdings after the newest finished entry; those before are written and are never computed again, for the hours of
    /// another version of the playbook would make others of them.
    /// </summary>
    static IEnumerable<Holding> NotWritten(DutyFacts facts)
    {
        var written = facts.Entries.Select(e => e.To).Where(to => to is not null).Max() ?? Instant.MinValue;
        return Holdings
            .Of(facts.Rota, facts.Acts, written, facts.Now + Duration.Epsilon, facts.WatchedUntil)
            .Where(h => h.From >= written && !WasImported(facts.Rota, h));
    }

    /// <summary>A turn of before the rota, of which nothing is known but whose it was.</summary>
    static bool WasImported(RotaFacts rota, Holding holding) =>
        holding.Origin == HoldingOrigin.Planned && holding.Date < rota.FirstDay;

    static LogEntry? EntryOf(List<LogEntry> open, Holding holding) =>
        open.FirstOrDefault(e => e.From == holding.From)
        ?? open.FirstOrDefault(e => e.Person == holding.Person && holding.From <= e.From && e.From < holding.To);

    static LogEntry Begun(DutyFacts facts, Holding holding) =>
        new()
        {
            Duty = facts.Duty.Id,
            Date = holding.Date,
            Person = holding.Person,
            From = holding.From,
            Facts = "",
        };

    static Decision Ended(DutyFacts facts, LogEntry entry, Instant at)
    {
        var ended = EntryDraft.Until(facts, entry, at) with { To = at };
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
