using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What a person can do with an entry.</summary>
public static class Entries
{
    /// <summary>Why somebody may not write it; null when they may: it is theirs, until the end of the next working day.</summary>
    public static Refusal? MayWrite(DutyFacts facts, LogEntry entry, string? person)
    {
        if (entry.Person != person)
            return Refusal.NotAllowed($"This is {facts.NameOf(entry.Person)}'s entry. Only they can write it.");
        var until = facts.Rota.Hours.EndOf(facts.Rota.Hours.NextWorkingDay(entry.Date));
        return facts.Now < until
            ? null
            : Refusal.Conflict("The entry is closed: it could be changed until the end of the next working day.");
    }

    /// <summary>The person's own words, before and after signing; what is null stays.</summary>
    public static Outcome<Decision> Write(LogEntry entry, string? odd, string? tomorrow)
    {
        var written = entry with { Odd = odd ?? entry.Odd, Tomorrow = tomorrow ?? entry.Tomorrow };
        return written == entry ? Decision.None : new Decision { Rows = [written] };
    }

    /// <summary>Signs; pressed again it changes nothing.</summary>
    public static Outcome<Decision> Sign(DutyFacts facts, LogEntry entry)
    {
        if (entry.SignedAt is not null)
            return Decision.None;
        var signed = EntryDraft.Now(facts, entry) with { SignedAt = facts.Now };
        var text = $"{facts.NameOf(entry.Person)} signed the entry of {entry.Date:uuuu-MM-dd}.";
        return new Decision { Rows = [signed], Facts = [facts.Fact(FactKind.EntryClosed, entry.Person, text)] };
    }

    /// <summary>Somebody read it.</summary>
    public static Decision Read(LogEntry entry, string person, Instant now) =>
        new()
        {
            Rows = [entry with { ReadBy = new Dictionary<string, Instant>(entry.ReadBy) { [person] = now } }],
            Facts =
            [
                new()
                {
                    At = now,
                    Kind = FactKind.EntryRead,
                    Source = person,
                    Duty = entry.Duty,
                    Text = $"{person} read the entry of {entry.Date:uuuu-MM-dd}.",
                },
            ],
        };
}
