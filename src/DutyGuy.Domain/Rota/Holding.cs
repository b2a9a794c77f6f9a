using NodaTime;

namespace DutyGuy.Domain;

/// <summary>How somebody came to hold the duty.</summary>
public enum HoldingOrigin
{
    /// <summary>By the rota.</summary>
    Planned,

    /// <summary>By a take-over.</summary>
    TookOver,
}

/// <summary>
/// One person holds the duty from an instant up to another, which no longer belongs to it. Date is the date of the turn, or for a
/// take-over outside the hours the local date on which it began. EndedEarly is the reason given when it ended before its time.
/// </summary>
public sealed record Holding(
    string Person,
    LocalDate Date,
    Instant From,
    Instant To,
    HoldingOrigin Origin,
    string? EndedEarly = null
);

/// <summary>Who comes next, and when.</summary>
public sealed record NextOnDuty(string Person, Instant From);

/// <summary>
/// Who is on duty: Person null means nobody. From and To bound the time for which the answer holds as known now; null: no known bound.
/// </summary>
public sealed record OnDutyAnswer(string? Person, Instant? From, Instant? To, NextOnDuty? Next);
