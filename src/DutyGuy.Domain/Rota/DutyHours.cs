using NodaTime;

namespace DutyGuy.Domain;

/// <summary>
/// When a duty has somebody on duty: wall-clock hours in a zone, on working days. Offsets are looked up per date, never stored.
/// To at or before From means the next day (00:00 is the next midnight).
/// </summary>
public sealed partial record DutyHours(
    DateTimeZone Zone,
    LocalTime From,
    LocalTime To,
    IReadOnlySet<IsoDayOfWeek> WorkingDays,
    IReadOnlySet<LocalDate> ClosedOn
)
{
    // Ten years without a working day is a defect of the settings, not a calendar.
    private const int LongestSearch = 3660;

    /// <summary>Monday to Friday.</summary>
    public static IReadOnlySet<IsoDayOfWeek> MondayToFriday { get; } =
        Enumerable.Range(1, 5).Select(day => (IsoDayOfWeek)day).ToHashSet();

    /// <summary>Absences that take days out of these hours; used for the hours of one person.</summary>
    public IReadOnlyList<Absence> Away { get; init; } = [];

    /// <summary>A weekday that works, is not closed, and exists in the zone.</summary>
    public bool IsWorkingDay(LocalDate date) =>
        WorkingDays.Contains(date.DayOfWeek)
        && !ClosedOn.Contains(date)
        && !Away.Any(absence => absence.Covers(date))
        && Exists(date);

    /// <summary>The first working day after the date. Throws when there is none in ten years.</summary>
    public LocalDate NextWorkingDay(LocalDate date) => Search(date, 1);

    /// <summary>The last working day before the date. Throws when there is none in ten years.</summary>
    public LocalDate PreviousWorkingDay(LocalDate date) => Search(date, -1);

    /// <summary>The first day of the rota of a duty that is set up at this instant; today only by take-over.</summary>
    public LocalDate FirstDayAfter(Instant setUp) => NextWorkingDay(DateOf(setUp));

    /// <summary>The n-th working day after (n above 0) or before (n below 0) the date.</summary>
    public LocalDate AddWorkingDays(LocalDate date, int n)
    {
        for (var i = 0; i < Math.Abs(n); i++)
            date = Search(date, Math.Sign(n));
        return date;
    }

    /// <summary>Working days after the first date up to the second, which counts.</summary>
    public int WorkingDaysBetween(LocalDate from, LocalDate to)
    {
        var count = 0;
        for (var date = from.PlusDays(1); date <= to; date = date.PlusDays(1))
            count += IsWorkingDay(date) ? 1 : 0;
        return count;
    }

    private LocalDate Search(LocalDate date, int step)
    {
        for (var i = 1; i <= LongestSearch; i++)
        {
            if (IsWorkingDay(date.PlusDays(i * step)))
                return date.PlusDays(i * step);
        }
        throw new InvalidOperationException("There is no working day within ten years.");
    }
}
