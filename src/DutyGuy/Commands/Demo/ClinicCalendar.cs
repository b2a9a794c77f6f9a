using NodaTime;

namespace DutyGuy.Commands.Demo;

/// <summary>Moves the Clinic's history so that its last day is the given one; distances in working days stay.</summary>
public static class ClinicCalendar
{
    /// <summary>The patches with their hour kept, on the moved days, in the zone of the team.</summary>
    public static IReadOnlyList<ClinicPatch> EndingOn(
        IReadOnlyList<ClinicPatch> patches,
        LocalDate today,
        DateTimeZone zone
    )
    {
        var last = patches[^1].At.Date;
        return [.. patches.Select(patch => patch.MadeAt(Moved(patch.At, last, today, zone)))];
    }

    private static OffsetDateTime Moved(OffsetDateTime at, LocalDate last, LocalDate today, DateTimeZone zone)
    {
        var day = WorkingDayBefore(today, WorkingDaysBetween(at.Date, last));
        return day.At(at.TimeOfDay).InZoneLeniently(zone).ToOffsetDateTime();
    }

    private static int WorkingDaysBetween(LocalDate from, LocalDate to)
    {
        var days = 0;
        for (var day = from; day < to; day = day.PlusDays(1))
            days += IsWeekend(day) ? 0 : 1;
        return days;
    }

    private static LocalDate WorkingDayBefore(LocalDate day, int workingDays)
    {
        while (workingDays > 0)
        {
            day = day.PlusDays(-1);
            workingDays -= IsWeekend(day) ? 0 : 1;
        }
        return day;
    }

    private static bool IsWeekend(LocalDate day) => day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
}
