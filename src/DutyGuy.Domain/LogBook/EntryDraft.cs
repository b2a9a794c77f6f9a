using NodaTime;

namespace DutyGuy.Domain;

/// <summary>The entry of a holding as it stands at this moment.</summary>
public static class EntryDraft
{
    /// <summary>A finished entry is what it is; an open one is drafted from the facts so far.</summary>
    public static LogEntry Now(DutyFacts facts, LogEntry entry) =>
        entry.To is not null
            ? entry
            : entry with
            {
                Facts = PassEntries.Draft(facts, entry, facts.Now + Duration.Epsilon),
            };
}
