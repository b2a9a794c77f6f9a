using NodaTime;
using NodaTime.TimeZones;

namespace DutyGuy.Domain;

public sealed partial record DutyHours
{
    // A wall time that happens twice begins the first time and ends the last time; one that does not exist is the end of the gap.
    private static readonly ZoneLocalMappingResolver Begin = Resolvers.CreateMappingResolver(
        Resolvers.ReturnEarlier,
        Resolvers.ReturnStartOfIntervalAfter
    );

    private static readonly ZoneLocalMappingResolver Finish = Resolvers.CreateMappingResolver(
        Resolvers.ReturnLater,
        Resolvers.ReturnStartOfIntervalAfter
    );

    /// <summary>The instant at which the hours of the date begin.</summary>
    public Instant StartOf(LocalDate date) => At(date, From);

    /// <summary>The instant at which the hours of the date end (it no longer belongs to them).</summary>
    public Instant EndOf(LocalDate date) =>
        Zone.ResolveLocal((To > From ? date : date.PlusDays(1)).At(To), Finish).ToInstant();

    /// <summary>The instant of a wall-clock time on the date.</summary>
    public Instant At(LocalDate date, LocalTime time) => Zone.ResolveLocal(date.At(time), Begin).ToInstant();

    /// <summary>The local date of an instant in the zone of the duty.</summary>
    public LocalDate DateOf(Instant instant) => instant.InZone(Zone).Date;

    /// <summary>The working day within whose hours the instant lies, or null.</summary>
    public LocalDate? WorkingDayAt(Instant instant)
    {
        var today = DateOf(instant);
        return Contains(today, instant) ? today
            : Contains(today.PlusDays(-1), instant) ? today.PlusDays(-1)
            : null;
    }

    /// <summary>The instant when so much working time has passed: two hours from 17:30 on Friday are 10:30 on Monday (9 to 18).</summary>
    public Instant AddWorkingTime(Instant from, Duration time)
    {
        var date = WorkingDayAt(from) ?? NextWorkingDay(DateOf(from).PlusDays(-1));
        while (EndOf(date) <= from)
            date = NextWorkingDay(date);
        var start = Instant.Max(from, StartOf(date));
        while (EndOf(date) - start < time)
        {
            time -= EndOf(date) - start;
            date = NextWorkingDay(date);
            start = StartOf(date);
        }
        return start + time;
    }

    /// <summary>These hours as one person lives them: own working days, zone, public holidays and absences.</summary>
    public DutyHours For(Member person, IEnumerable<Absence> absences, DateTimeZone? zone = null) =>
        this with
        {
            Zone = zone ?? Zone,
            WorkingDays = person.WorkingDays ?? WorkingDays,
            ClosedOn = person.Holidays is { } own ? ClosedOn.Concat(own.Dates).ToHashSet() : ClosedOn,
            Away = [.. absences.Where(absence => absence.Person == person.Handle)],
        };

    private bool Contains(LocalDate date, Instant instant) =>
        IsWorkingDay(date) && StartOf(date) <= instant && instant < EndOf(date);

    // Pacific/Apia had no 30 December 2011.
    private bool Exists(LocalDate date) => Zone.ResolveLocal(date.AtMidnight(), Begin).Date == date;
}
