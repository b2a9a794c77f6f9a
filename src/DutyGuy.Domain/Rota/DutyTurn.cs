using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A past turn of a duty as it is kept; null person: nobody was available.</summary>
public sealed record DutyTurn(string Duty, LocalDate Date, string? Person);
