using NodaTime;

namespace DutyGuy.Domain;

/// <summary>
/// What a rota is planned from: duties and people between two dates (both inclusive), what is agreed, and the plan before.
/// MinGap working days must lie between two turns of one person, over all duties together.
/// </summary>
public sealed record PlanProblem(
    string Name,
    LocalDate From,
    LocalDate To,
    int MinGap,
    IReadOnlyList<PlanDuty> Duties,
    IReadOnlyList<PlanPerson> People
)
{
    /// <summary>Turns of the plan before up to this date are announced: they move only when their person cannot.</summary>
    public LocalDate? AnnouncedUntil { get; init; }

    /// <summary>Whether a turn of the plan before is announced.</summary>
    public bool IsAnnounced(AgreedTurn turn) =>
        turn.Date <= (Duties.FirstOrDefault(d => d.Id == turn.Duty)?.AnnouncedUntil ?? AnnouncedUntil);

    /// <summary>Turns that people agreed on (a swap, an edit): binding while the person is able.</summary>
    public IReadOnlyList<AgreedTurn> Fixed { get; init; } = [];

    /// <summary>The turns of the plan before; empty for a fresh plan.</summary>
    public IReadOnlyList<AgreedTurn> Previous { get; init; } = [];

    /// <summary>Of the plan before only what is announced stays; the rest is dealt anew, and what differs is told.</summary>
    public bool Afresh { get; init; }

    /// <summary>The shadow days of the plan before.</summary>
    public IReadOnlyList<AgreedTurn> PreviousShadows { get; init; } = [];
}

/// <summary>One duty: on which weekdays it runs, on which dates not, which skill it needs, how many shadow days a newcomer has.</summary>
public sealed record PlanDuty(string Id)
{
    /// <summary>The weekdays on which the duty runs.</summary>
    public IReadOnlySet<IsoDayOfWeek> Days { get; init; } = DutyHours.MondayToFriday;

    /// <summary>Dates without this duty.</summary>
    public IReadOnlySet<LocalDate> Holidays { get; init; } = new HashSet<LocalDate>();

    /// <summary>The skill that the duty needs, or null.</summary>
    public string? Skill { get; init; }

    /// <summary>How often a newcomer looks on before the first own turn.</summary>
    public int ShadowDays { get; init; }

    /// <summary>
    /// The first date of the plan on which a lap begins (<see cref="PlanLaps"/>). Null: the first of the plan, and none when there is
    /// a plan before, which knew of no laps.
    /// </summary>
    public LocalDate? LapBegins { get; init; }

    /// <summary>Turns of the plan before up to this date are announced in this duty; null: those of the problem.</summary>
    public LocalDate? AnnouncedUntil { get; init; }

    /// <summary>Whether the duty runs on the date.</summary>
    public bool RunsOn(LocalDate date) => Days.Contains(date.DayOfWeek) && !Holidays.Contains(date);
}

/// <summary>The duty of one date belongs to a person.</summary>
public sealed record AgreedTurn(string Duty, LocalDate Date, string Person);
