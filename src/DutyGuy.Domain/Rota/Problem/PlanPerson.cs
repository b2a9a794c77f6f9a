using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Somebody who can be planned. Share 0.5 means half the turns of a colleague.</summary>
public sealed record PlanPerson(string Id)
{
    /// <summary>Absences longer than this many own working days reduce what somebody is entitled to; shorter ones do not.</summary>
    public const int LongAbsence = 10;

    /// <summary>The first day, or null.</summary>
    public LocalDate? Since { get; init; }

    /// <summary>The last day, or null.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The weekdays on which the person works.</summary>
    public IReadOnlySet<IsoDayOfWeek> Workdays { get; init; } = DutyHours.MondayToFriday;

    /// <summary>The part of a full turn, 1 for everybody who has no other.</summary>
    public double Share { get; init; } = 1;

    /// <summary>When the person is away.</summary>
    public IReadOnlyList<DateInterval> Absences { get; init; } = [];

    /// <summary>Holidays of the person's own country.</summary>
    public IReadOnlySet<LocalDate> Holidays { get; init; } = new HashSet<LocalDate>();

    /// <summary>What the person can do.</summary>
    public IReadOnlySet<string> Skills { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The duties in which the person takes part; null: all.</summary>
    public IReadOnlySet<string>? Duties { get; init; }

    /// <summary>The duties that the person did before; null: all. The others need shadow days.</summary>
    public IReadOnlySet<string>? Experience { get; init; }

    /// <summary>Days that the person likes or not.</summary>
    public IReadOnlyList<PlanWish> Wishes { get; init; } = [];

    /// <summary>What the last twelve months left, by duty.</summary>
    public IReadOnlyDictionary<string, PlanHistory> History { get; init; } =
        new Dictionary<string, PlanHistory>(StringComparer.Ordinal);

    /// <summary>Takes part in the duty and has the skill.</summary>
    public bool TakesPartIn(PlanDuty duty) =>
        Duties?.Contains(duty.Id) != false && (duty.Skill is null or "" || Skills.Contains(duty.Skill));

    /// <summary>Belongs to the team on the date.</summary>
    public bool IsEmployed(LocalDate date) => (Since is null || Since <= date) && (Until is null || date <= Until);

    /// <summary>Away on the date, by an absence or a holiday of their own.</summary>
    public bool IsAway(LocalDate date) => Holidays.Contains(date) || Absences.Any(absence => absence.Contains(date));

    /// <summary>At work on the date, whatever the duty.</summary>
    public bool IsIn(LocalDate date) => IsEmployed(date) && Workdays.Contains(date.DayOfWeek) && !IsAway(date);

    /// <summary>How often the person looks on before the first own turn of the duty.</summary>
    public int ShadowsNeeded(PlanDuty duty) => Experience?.Contains(duty.Id) == false ? duty.ShadowDays : 0;

    /// <summary>Whether an absence is so long that it reduces the entitlement.</summary>
    public bool IsLong(DateInterval absence) => absence.Count(date => Workdays.Contains(date.DayOfWeek)) > LongAbsence;
}

/// <summary>A wish for a date or a weekday: -2 please not, -1 rather not, +1 gladly, +2 please yes.</summary>
public sealed record PlanWish(LocalDate? Date, IsoDayOfWeek Weekday, double Weight);

/// <summary>Turns done and entitled to in one duty in the last twelve months, all and unpopular ones; LastTurn is the latest.</summary>
public sealed record PlanHistory(
    double Done,
    double Entitled,
    double UnpopularDone,
    double UnpopularEntitled,
    LocalDate? LastTurn
);
