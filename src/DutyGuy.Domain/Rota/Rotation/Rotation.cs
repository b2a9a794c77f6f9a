using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What one turn of a rotation is counted in.</summary>
public enum RotationUnit
{
    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks.</summary>
    Week,

    /// <summary>Working days: nobody's turn is used up by a day without duty.</summary>
    Workday,
}

/// <summary>
/// People who take turns in an order, as many tools of the field have it. Start is the wall date and hand-off time of the first turn;
/// before it nobody is on duty. Hours null: always, and each turn lasts until the next.
/// </summary>
public sealed record Rotation(
    DateTimeZone Zone,
    RotationUnit Unit,
    int Every,
    LocalDateTime Start,
    IReadOnlyList<string> Participants
)
{
    // Enough for the turn in progress and what came before it.
    private const int DaysBefore = 5;
    private const int DaysAfter = 1;

    private static readonly IReadOnlySet<IsoDayOfWeek> AllDays = Enumerable
        .Range(1, 7)
        .Select(day => (IsoDayOfWeek)day)
        .ToHashSet();

    /// <summary>On which weekdays turns of working days are counted.</summary>
    public IReadOnlySet<IsoDayOfWeek> Workdays { get; init; } = DutyHours.MondayToFriday;

    /// <summary>Dates that are no working days.</summary>
    public IReadOnlySet<LocalDate> Holidays { get; init; } = new HashSet<LocalDate>();

    /// <summary>The hours in which somebody is on duty at all, from and to.</summary>
    public (LocalTime From, LocalTime To)? Hours { get; init; }

    /// <summary>Who takes a whole local date instead of whoever has the turn.</summary>
    public IReadOnlyDictionary<LocalDate, string> Overrides { get; init; } = new Dictionary<LocalDate, string>();

    /// <summary>Who is on duty at the instant, or null, by the function that answers for every duty.</summary>
    public string? At(Instant instant)
    {
        if (instant < Handover.StartOf(Start.Date) || !InHours(instant))
            return null;
        if (Overrides.GetValueOrDefault(Handover.DateOf(instant)) is { } instead)
            return instead;
        return OnDuty.At(Handover, TurnsNear(Handover.DateOf(instant)), [], instant).Person;
    }

    /// <summary>
    /// Who is on duty at an instant after the participants changed: whoever has the turn keeps it, then it goes on behind them in the
    /// new order.
    /// </summary>
    public string? AtAfterChange(Instant instant, Instant changed, IReadOnlyList<string> participants)
    {
        if (instant < changed || At(changed) is not { } holder || !InHours(instant))
            return At(instant);
        var place = participants.ToList().IndexOf(holder);
        var later = this with { Participants = participants };
        var turns = later.TurnAt(instant) - TurnAt(changed);
        return turns == 0 ? holder : participants[(place + turns) % participants.Count];
    }

    // A turn lasts until the next hand-off; the hours only say when it counts.
    private DutyHours Handover => new(Zone, Start.TimeOfDay, Start.TimeOfDay, AllDays, new HashSet<LocalDate>());

    private DutyHours Counting => Handover with { WorkingDays = Workdays, ClosedOn = Holidays };

    private bool InHours(Instant instant) =>
        Hours is not { } hours
        || (Unit == RotationUnit.Workday ? Counting : Handover) is var days
            && (days with { From = hours.From, To = hours.To }).WorkingDayAt(instant) is not null;

    private List<PlannedTurn> TurnsNear(LocalDate date)
    {
        var turns = new List<PlannedTurn>();
        for (var day = date.PlusDays(-DaysBefore); day <= date.PlusDays(DaysAfter); day = day.PlusDays(1))
        {
            if (day >= Start.Date)
                turns.Add(new(day, Participants[NumberOf(day) % Participants.Count]));
        }
        return turns;
    }

    private int TurnAt(Instant instant)
    {
        var date = Handover.DateOf(instant);
        return NumberOf(instant < Handover.StartOf(date) ? date.PlusDays(-1) : date);
    }

    // The number of the turn that begins or goes on at the hand-off of a date.
    private int NumberOf(LocalDate date) =>
        Unit switch
        {
            RotationUnit.Day => Period.DaysBetween(Start.Date, date) / Every,
            RotationUnit.Week => Period.DaysBetween(Start.Date, date) / (7 * Every),
            _ => Math.Max(0, Counting.WorkingDaysBetween(Start.Date.PlusDays(-1), date) - 1) / Every,
        };
}
