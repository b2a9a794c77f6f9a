using NodaTime;

namespace DutyGuy.Domain;

/// <summary>An iCal address that absences are read from: one person's, or the team's.</summary>
public sealed record AbsenceCalendar
{
    /// <summary>Number of the calendar.</summary>
    public long Id { get; init; }

    /// <summary>Whose absences it tells; null: those of whoever its events name.</summary>
    public string? Person { get; init; }

    /// <summary>The address, encrypted: whoever knows it can read the calendar. Empty when the key of the secrets was lost.</summary>
    public required string Url { get; init; }

    /// <summary>The host of the address, the one part of it that is shown.</summary>
    public required string Host { get; init; }

    /// <summary>When it was last asked for, whatever came of it.</summary>
    public Instant? TriedAt { get; init; }

    /// <summary>When it was last read, or known to be unchanged.</summary>
    public Instant? LastReadAt { get; init; }

    /// <summary>Why it could not be read the last time; null when it could.</summary>
    public string? LastFailure { get; init; }

    /// <summary>The version that was read last, in the host's own words.</summary>
    public string? ETag { get; init; }

    /// <summary>
    /// The date (UTC) on which all of it was read last. An unchanged calendar is read again the next day: days come
    /// nearer, and people join.
    /// </summary>
    public LocalDate? ReadInFullOn { get; init; }

    /// <summary>Events that are nobody's absence though they look like one, each with the reason.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>What its absences have as their source.</summary>
    public string Source => SourceOf(Id);

    /// <summary>What the absences of a calendar have as their source.</summary>
    public static string SourceOf(long id) => $"calendar {id}";
}
