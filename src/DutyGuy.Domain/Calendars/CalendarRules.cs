using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Which addresses calendars are read from, and when.</summary>
public static class CalendarRules
{
    /// <summary>How often a calendar is read.</summary>
    public static readonly Duration Rhythm = Duration.FromMinutes(15);

    /// <summary>How far ahead events that repeat are looked at.</summary>
    public const int DaysAhead = 400;

    const int Longest = 2000;

    /// <summary>The address as it is read: what calendars call webcal is https.</summary>
    public static string Plain(string url) =>
        url.Trim() is var text && text.StartsWith("webcal://", StringComparison.OrdinalIgnoreCase)
            ? "https" + text["webcal".Length..]
            : text;

    /// <summary>Null when an address can be used. The sentences never repeat it: it is a secret.</summary>
    /// <param name="ownHosts">Hosts of the own network that are allowed, also by http.</param>
    public static Refusal? Wrong(string? url, IReadOnlySet<string> ownHosts)
    {
        if (string.IsNullOrWhiteSpace(url))
            return Refusal.Invalid("The address of the calendar is missing.", "url");
        if (
            Plain(url) is not { Length: <= Longest } plain
            || !Uri.TryCreate(plain, UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https")
        )
            return Refusal.Invalid(
                "This is not the address of a calendar. It begins with https:// and mostly ends with .ics; "
                    + "a calendar's settings call it its secret address, or publish it.",
                "url"
            );
        return address.Scheme == "http" && !ownHosts.Contains(address.Host)
            ? Refusal.Invalid(
                $"{address.Host} would send the calendar in the clear. Use its https:// address, or have who runs the "
                    + "server add the host to “calendar-hosts” in duty.json if it is in your own network.",
                "url"
            )
            : null;
    }

    /// <summary>Whether it is time to read a calendar.</summary>
    public static bool IsDue(AbsenceCalendar calendar, Instant now) =>
        calendar.Url.Length > 0 && (calendar.TriedAt is not { } tried || now - tried >= Rhythm);
}
