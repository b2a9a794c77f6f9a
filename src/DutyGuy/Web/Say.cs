using System.Globalization;
using NodaTime;

namespace DutyGuy.Web;

/// <summary>How pages and messages say times, ages, dates, counts and names. Pure.</summary>
public static class Say
{
    /// <summary>16:04</summary>
    public static string Time(Instant at, DateTimeZone zone) => Format(at, zone, "HH:mm");

    /// <summary>16:04:31</summary>
    public static string Clock(Instant at, DateTimeZone zone) => Format(at, zone, "HH:mm:ss");

    /// <summary>Thursday 19 November; with the year when it is not the year of today.</summary>
    public static string Date(LocalDate date, LocalDate? today = null) =>
        date.ToString(
            today is { } now && now.Year != date.Year ? "dddd d MMMM yyyy" : "dddd d MMMM",
            CultureInfo.InvariantCulture
        );

    /// <summary>Thu 19; the first of a month, or the first shown, is Tue 1 Dec.</summary>
    public static string Day(LocalDate date) =>
        date.ToString(date.Day == 1 ? "ddd d MMM" : "ddd d", CultureInfo.InvariantCulture);

    /// <summary>Today 16:04; within a week Wednesday 16:04; else 13 November 16:04.</summary>
    public static string When(Instant at, Instant now, DateTimeZone zone)
    {
        var (day, today) = (at.InZone(zone).Date, now.InZone(zone).Date);
        var time = Time(at, zone);
        var days = Math.Abs(Period.DaysBetween(day, today));
        return days == 0 ? time
            : days < 7 ? $"{day.ToString("dddd", CultureInfo.InvariantCulture)} {time}"
            : $"{day.ToString(day.Year == today.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.InvariantCulture)} {time}";
    }

    /// <summary>7 min, 4 h 8 min, 19 h, 1 d 6 h, 9 d. Never below zero.</summary>
    public static string Age(Duration age) =>
        (age.Days, age.Hours, age.Minutes) switch
        {
            (< 0, _, _) => "0 min",
            (>= 7, _, _) => $"{age.Days} d",
            (> 0, > 0, _) => $"{age.Days} d {age.Hours} h",
            (> 0, _, _) => $"{age.Days} d",
            (_, >= 12, _) => $"{age.Hours} h",
            (_, > 0, > 0) => $"{age.Hours} h {age.Minutes} min",
            (_, > 0, _) => $"{age.Hours} h",
            _ => $"{Math.Max(age.Minutes, 0)} min",
        };

    /// <summary>17 minutes, 1 minute; from an hour on as <see cref="Age"/>.</summary>
    public static string Minutes(Duration time) =>
        time < Duration.FromHours(1) ? Count((long)time.TotalMinutes, "minute") : Age(time);

    /// <summary>1,842 tests, 1 test.</summary>
    public static string Count(long n, string one, string? many = null) =>
        $"{Number(n)} {(n == 1 ? one : many ?? one + "s")}";

    /// <summary>1,842</summary>
    public static string Number(double n) => n.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>Two, three ... nine in words at the beginning of a sentence; digits from ten on.</summary>
    public static string Few(int n) =>
        n is >= 0 and < 10
            ? new[] { "None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine" }[n]
            : Number(n);

    /// <summary>Lea, Tom and Ines</summary>
    public static string List(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count < 2
            ? string.Concat(all)
            : string.Join(", ", all.Take(all.Count - 1)) + " and " + all[all.Count - 1];
    }

    /// <summary>The first seven letters of a commit.</summary>
    public static string Short(string commit) =>
        commit.Length > 7 && commit.All(char.IsAsciiHexDigit) ? commit[..7] : commit;

    /// <summary>The first letter large: what begins a sentence.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The name of a duty inside a sentence: engineering, but DevOps.</summary>
    public static string DutyWord(string name) =>
        name.Skip(1).Any(char.IsUpper) || name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    static string Format(Instant at, DateTimeZone zone, string pattern) =>
        at.InZone(zone).ToString(pattern, CultureInfo.InvariantCulture);
}
