using System.Text;
using System.Text.RegularExpressions;
using NodaTime.Text;

namespace DutyGuy.Adapters.Calendars;

/// <summary>An event as it stands in a calendar's text.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
internal sealed record EventText(int Line, string Title, string Text);

/// <summary>
/// The lines of a calendar (RFC 5545), folded ones put together: are they lines of a calendar at all, and is every part
/// closed? The library that understands them does not say where it failed.
/// </summary>
internal static partial class CalendarLines
{
    // The library needs seconds for more, whatever they say, and cannot be stopped meanwhile.
    private const int Most = 20_000;

    /// <summary>The events of a text that is in order.</summary>
    /// <exception cref="CalendarException">It is not; the message names the line.</exception>
    public static IReadOnlyList<EventText> Check(string text)
    {
        var open = new Stack<(string Name, int Line)>();
        var (events, current) = (new List<EventText>(), new StringBuilder());
        var title = "";
        var (any, dates) = (false, 0);
        foreach (var (line, number) in Unfolded(text))
        {
            if (!any && !line.Equals("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
                throw NoCalendar(line);
            any = true;
            if (Form().Match(line) is not { Success: true } form)
                throw new CalendarException(number, $"is no line of a calendar: “{Short(line)}”.");
            var (name, value) = (form.Groups["name"].Value.ToUpperInvariant(), form.Groups["value"].Value.Trim());
            if (name == "BEGIN")
            {
                open.Push((value.ToUpperInvariant(), number));
                if (open.Peek().Name == "VEVENT")
                    (title, current) = ("", new StringBuilder());
            }
            if (open.TryPeek(out var holder) && holder.Name == "VEVENT")
            {
                CheckDate(name, value, number);
                dates += name is "EXDATE" or "RDATE" ? 1 + value.Count(c => c == ',') : 0;
                title = name == "SUMMARY" ? Short(value) : title;
            }
            current.Append(line).Append("\r\n");
            if (name == "END")
            {
                if (!open.TryPop(out var begun) || begun.Name != value.ToUpperInvariant())
                    throw new CalendarException(number, $"ends {Short(value)}, which does not begin there.");
                if (begun.Name == "VEVENT")
                    events.Add(new(begun.Line, title, current.ToString()));
            }
            if (Math.Max(dates, events.Count) > Most)
                throw new CalendarException(
                    $"The calendar has more than {Most} events or dates. Enter a calendar of absences alone."
                );
        }
        if (open.TryPop(out var left))
            throw new CalendarException(left.Line, $"begins {Short(left.Name)}, which never ends. Is the file whole?");
        return any ? events : throw NoCalendar("");
    }

    /// <summary>Lines that are put together, each with the number of its first.</summary>
    private static IEnumerable<(string Line, int Number)> Unfolded(string text)
    {
        var (line, first) = (new StringBuilder(), 0);
        var number = 0;
        foreach (var raw in text.TrimStart('\ufeff').Split('\n'))
        {
            number++;
            var plain = raw.TrimEnd('\r');
            if (plain is [' ' or '\t', ..] && line.Length > 0)
            {
                line.Append(plain, 1, plain.Length - 1);
                continue;
            }
            if (line.Length > 0)
                yield return (line.ToString(), first);
            line.Clear().Append(plain);
            first = number;
        }
        if (line.Length > 0)
            yield return (line.ToString(), first);
    }

    /// <summary>The library takes some wrong dates for none, and so an absence would get lost.</summary>
    private static void CheckDate(string name, string value, int number)
    {
        if (name is not ("DTSTART" or "DTEND" or "EXDATE" or "RECURRENCE-ID"))
            return;
        foreach (var one in value.Split(','))
        {
            var date = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd").Parse(one.Split('T')[0]);
            if (!date.Success || !Date().IsMatch(one) || date.Value.Year < 1900)
                throw new CalendarException(number, $"has the date “{Short(one)}”, which there is not.");
        }
    }

    private static CalendarException NoCalendar(string line) =>
        new(
            line.StartsWith('<')
                ? "This is a page of the web, not a calendar. Enter the address of the calendar itself, which mostly ends with .ics."
                : "This is not a calendar: it does not begin with BEGIN:VCALENDAR. Enter the address of the calendar itself."
        );

    /// <summary>What is shown of a text that somebody else wrote.</summary>
    internal static string Short(string line) => line.Length <= 60 ? line : line[..59] + "…";

    [GeneratedRegex(
        """\A(?<name>[A-Za-z0-9.-]+)((;[A-Za-z0-9-]+=("[^"]*"|[^";:])*(,("[^"]*"|[^";:])*)*)*):(?<value>.*)\z""",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Form();

    [GeneratedRegex(
        @"\A\d{8}(T([01]\d|2[0-3])[0-5]\d([0-5]\d|60)Z?)?\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Date();
}
