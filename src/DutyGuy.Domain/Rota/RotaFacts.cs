using NodaTime;

namespace DutyGuy.Domain;

/// <summary>
/// Somebody who takes part in a duty. JoinedOn is the date from which they take part in this duty; LeftOn is the last day.
/// WorkingDays null means those of the duty.
/// </summary>
public sealed record Member(
    string Handle,
    LocalDate JoinedOn,
    LocalDate? LeftOn = null,
    IReadOnlySet<IsoDayOfWeek>? WorkingDays = null
)
{
    /// <summary>Their own public holidays, on which they are off.</summary>
    public HolidayCalendar? Holidays { get; init; }

    /// <summary>Takes part on this date, wherever they are.</summary>
    public bool TakesPart(LocalDate date) => JoinedOn <= date && (LeftOn is null || date <= LeftOn);
}

/// <summary>Somebody is away, both dates inclusive. Source is the calendar that tells it, or by hand.</summary>
public sealed record Absence(
    string Person,
    LocalDate From,
    LocalDate To,
    string? Why = null,
    string Source = Absence.ByHand
)
{
    /// <summary>The source of what was entered by hand.</summary>
    public const string ByHand = "hand";

    /// <summary>The days in words: "on 2026-11-25", "from 2026-11-25 to 2026-11-27".</summary>
    public string Days() => From == To ? $"on {From:uuuu-MM-dd}" : $"from {From:uuuu-MM-dd} to {To:uuuu-MM-dd}";

    /// <summary>Away on this date.</summary>
    public bool Covers(LocalDate date) => From <= date && date <= To;
}

/// <summary>
/// A decision about one date: a swap or an edit. InsteadOf is who gave the turn away: their place in the queue is used up, so that
/// nobody else moves. Without it the place of Person is used up.
/// </summary>
public sealed record TurnOverride(LocalDate Date, string Person, string Why, string By, string? InsteadOf = null);

/// <summary>Who had the turn of a date, written when it started; null: nobody. Never recomputed.</summary>
public sealed record PastTurn(LocalDate Date, string? Person);

/// <summary>All facts that the rota of one duty is made of. FirstDay is the first working day after the duty was set up.</summary>
public sealed record RotaFacts(
    string Duty,
    DutyHours Hours,
    LocalDate FirstDay,
    IReadOnlyList<Member> Members,
    IReadOnlyList<Absence> Absences,
    IReadOnlyList<TurnOverride> Overrides,
    IReadOnlyList<PastTurn> PastTurns
)
{
    /// <summary>The turns to come as they are planned, each with a person.</summary>
    public IReadOnlyList<PlannedTurn> Planned { get; init; } = [];

    /// <summary>When the duty was ended: no turn begins from then on, and nobody holds it.</summary>
    public Instant? EndedAt { get; init; }
}

/// <summary>The turn of one date. Person null: nobody is available, Why says it. Shadow: who looks on because their first turn is next.</summary>
public sealed record PlannedTurn(LocalDate Date, string? Person, string? Shadow = null, string? Why = null);
