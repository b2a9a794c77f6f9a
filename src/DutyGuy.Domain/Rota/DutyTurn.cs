using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A past turn of a duty as it is kept; null person: nobody was available.</summary>
public sealed record DutyTurn(string Duty, LocalDate Date, string? Person);

/// <summary>A decision about a date of a duty as it is kept (see <see cref="TurnOverride"/>).</summary>
public sealed record DutyOverride(
    string Duty,
    LocalDate Date,
    string Person,
    string Why,
    string By,
    string? InsteadOf,
    Instant At
);
