using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace DutyGuy.Adapters.Calendars;

/// <summary>What is not understood of a single event is told, and the others are read.</summary>
internal static class EventLimits
{
    private const int Longest = 5 * 366;

    /// <summary>Why an event is left out; null when it can be read.</summary>
    public static string? Wrong(CalendarEvent happens)
    {
        if (happens.Start is not { } start)
            return "it has no beginning";
        if ((Unknown(start) ?? Unknown(happens.End)) is { } zone)
            return $"its time zone “{CalendarLines.Short(zone)}” is not known";
        // The library takes rules as they come; one by the second would be counted up from its beginning, for hours.
        if (happens.Properties.Count(p => p.Name is "RRULE") > 1 || happens.Properties.Any(p => p.Name is "EXRULE"))
            return "it repeats by more than one rule";
        if (happens.RecurrenceRule is { } rule && SeveralADay(rule))
            return "it repeats more than once a day";
        var length = (happens.End ?? start).AsUtc - start.AsUtc;
        return length < TimeSpan.Zero ? "it ends before it begins"
            : length.TotalDays > Longest ? "it is longer than five years"
            : null;
    }

    /// <summary>How many days the library looks at until an end: it counts a rule up from its beginning.</summary>
    public static double Steps(CalendarEvent happens, DateTime end)
    {
        if (happens is not { RecurrenceRule: { } rule, Start: { } start })
            return 0;
        var last = rule.Until is { } until && until.AsUtc < end ? until.AsUtc : end;
        var single = rule.ByDay.Count + rule.ByMonthDay.Count + rule.ByYearDay.Count + rule.ByWeekNo.Count > 0;
        var each = rule.Frequency switch
        {
            FrequencyType.Weekly => 7.0 / Math.Max(1, rule.ByDay.Count),
            FrequencyType.Monthly when !single => 30,
            FrequencyType.Yearly when !single => 365,
            _ => 1,
        };
        return Math.Max(0, (last - start.AsUtc).TotalDays) / each;
    }

    private static bool SeveralADay(RecurrenceRule rule) =>
        rule.Frequency is FrequencyType.Secondly or FrequencyType.Minutely or FrequencyType.Hourly
        || rule.ByHour.Count > 1
        || rule.ByMinute.Count > 1
        || rule.BySecond.Count > 1;

    private static string? Unknown(CalDateTime? time)
    {
        try
        {
            _ = time?.AsUtc;
            return null;
        }
        catch (ArgumentException)
        {
            return time!.TzId;
        }
    }
}
