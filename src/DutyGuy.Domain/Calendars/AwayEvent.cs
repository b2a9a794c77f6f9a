using NodaTime;

namespace DutyGuy.Domain;

/// <summary>One event of a calendar, or one day of an event that repeats, that may be an absence.</summary>
public sealed record AwayEvent(string Title, EventTime Time)
{
    /// <summary>Mail addresses of who takes part; who declined is not among them.</summary>
    public IReadOnlyList<string> Attendees { get; init; } = [];

    /// <summary>Mail addresses of who declined.</summary>
    public IReadOnlyList<string> Declined { get; init; } = [];

    /// <summary>Mail address of who entered it.</summary>
    public string? Organizer { get; init; }
}

/// <summary>When an event is, as a calendar can say it.</summary>
public abstract record EventTime
{
    private EventTime() { }

    /// <summary>Whole days, both inclusive, the same everywhere.</summary>
    public sealed record Days(LocalDate First, LocalDate Last) : EventTime;

    /// <summary>From an instant up to another, which does not belong to it.</summary>
    public sealed record Between(Instant From, Instant To) : EventTime;

    /// <summary>Wall-clock times of wherever the person is.</summary>
    public sealed record Floating(LocalDateTime From, LocalDateTime To) : EventTime;
}
