using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A turn as calendars show it.</summary>
/// <param name="Id">The same for the same turn after it moved.</param>
/// <param name="Title">What it is: "On duty: Engineering", "Lea: Engineering".</param>
/// <param name="From">When it begins.</param>
/// <param name="To">When it ends.</param>
/// <param name="AlarmAt">When its person is reminded; null for turns of others.</param>
public sealed record CalendarTurn(string Id, string Title, Instant From, Instant To, Instant? AlarmAt);
