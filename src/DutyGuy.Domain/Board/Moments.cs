using System.Globalization;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>How sentences say a moment: 16:04, Wednesday 16:04, 13 November 16:04.</summary>
static class Moments
{
    public static string Of(Instant at, Instant now, DateTimeZone zone)
    {
        var (then, today) = (at.InZone(zone), now.InZone(zone).Date);
        var day = Period.DaysBetween(then.Date, today) switch
        {
            0 => "",
            < 7 => "dddd ",
            _ => "d MMMM ",
        };
        return then.ToString(day + "HH:mm", CultureInfo.InvariantCulture);
    }
}
