using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A date of a duty moved. From or To is null when it is nobody; Why is one sentence with the cause.</summary>
public sealed record TurnMove(
    long Id,
    string Duty,
    LocalDate Date,
    string? From,
    string? To,
    string Why,
    string By,
    Instant At,
    bool Undone = false
);
