using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A turn to come as it is kept. Why: what moved it to this person, if it moved.</summary>
public sealed record StoredTurn(string Duty, LocalDate Date, string Person, string? Why)
{
    internal PlannedTurn ToTurn() => new(Date, Person, Why: Why);
}
