using NodaTime;

namespace DutyGuy.Domain;

/// <summary>The entry of a holding as it stands at this moment.</summary>
public static class EntryDraft
{
    /// <summary>A finished entry is what it is; an open one is drafted from the facts so far, a signed one only gets what came after.</summary>
    public static LogEntry Now(DutyFacts facts, LogEntry entry) =>
        entry.To is not null ? entry : Until(facts, entry, facts.Now + Duration.Epsilon);

    /// <summary>The entry with the facts up to an instant.</summary>
    public static LogEntry Until(DutyFacts facts, LogEntry entry, Instant until)
    {
        var record = facts
            .Record.Where(f => f.At >= entry.From && (f.At < until || EndsIt(f, until)))
            .Where(f => f.Duty is null || f.Duty == entry.Duty)
            .OrderBy(f => f.At)
            .ThenBy(f => f.Id)
            .ToList();
        if (entry.SignedAt is { } signed)
            return entry with
            {
                AfterSigning = LogDraft.After([.. record.Where(f => f.At > signed)], facts.Playbook.Zone),
            };
        // As it stood a moment before the end, while somebody was still on duty.
        var last = BoardOf.Duty(facts with { Now = until - Duration.FromMilliseconds(1) });
        var open = last.Lines.Select(UnfinishedLine.Of).ToList();
        var zone = facts.Playbook.Zone;
        return entry with
        {
            Facts = LogDraft.Markdown(record, zone, open, last.NotWatched),
            FirstFact = LogDraft.First(record, zone),
            NotFinished = open,
        };
    }

    /// <summary>What ended the holding at that very instant belongs to it.</summary>
    static bool EndsIt(Fact fact, Instant end) =>
        fact.At == end && fact.Kind is (FactKind.EndedEarly or FactKind.TookOver or FactKind.Swap);
}
