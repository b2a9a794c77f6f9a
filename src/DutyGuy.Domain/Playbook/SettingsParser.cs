using System.Text.RegularExpressions;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Reads the settings under the first heading of duty.md.</summary>
internal static partial class SettingsParser
{
    private const string TitleBegins = "Duty: ";
    private const string UsualTurn = "one engineer a day";
    private static readonly string[] Words = ["zone", "hours", "turn", "aim"];

    public static Playbook Read(Section section, Problems problems)
    {
        var clauses = new Clauses(problems);
        foreach (var line in section.ClauseLines)
            clauses.Add(line.Word, line.Value, Words);
        foreach (var step in section.Lines.OfType<SourceLine.Step>())
            problems.Add(step.All, "A step stands in a checklist only");
        var (hours, workingDays) = ReadHours(clauses["hours"], section, problems);
        clauses.Says("turn", UsualTurn);
        return new()
        {
            Id = section.Id,
            Name = ReadName(section.Heading.Title, problems),
            Why = section.Why,
            Zone = ReadZone(clauses["zone"], section, problems),
            Hours = hours,
            WorkingDays = workingDays,
            Turn = UsualTurn,
            Aim = ReadAim(clauses["aim"], problems),
            Rules = [],
            Checklists = new Dictionary<string, Checklist>(StringComparer.Ordinal),
            Hash = "",
        };
    }

    private static string ReadName(Phrase title, Problems problems)
    {
        if (title.Text.StartsWith(TitleBegins, StringComparison.Ordinal))
            return title.Text[TitleBegins.Length..].Trim();
        problems.Add(title, "The heading begins with “Duty: ”", $"Duty: {title.Text}");
        return title.Text;
    }

    private static DateTimeZone ReadZone(Phrase? value, Section section, Problems problems)
    {
        var zones = DateTimeZoneProviders.Tzdb;
        if (value is null)
            problems.Add(section.Heading.All, "Here is missing: “- zone: …”");
        else if (zones.GetZoneOrNull(value.Text) is { } zone)
            return zone;
        else
            problems.Unknown(value, "a time zone", zones.Ids);
        return DateTimeZone.Utc;
    }

    private static (TurnHours, bool WorkingDays) ReadHours(Phrase? value, Section section, Problems problems)
    {
        var match = HoursForm().Match(value?.Text ?? "");
        var from = Values.TimeOfDay(match.Groups["from"].Value);
        var to = Values.TimeOfDay(match.Groups["to"].Value);
        if (value is null)
            problems.Add(section.Heading.All, "Here is missing: “- hours: …”");
        else if (from is null || to is null)
            problems.Add(
                value,
                $"“{value.Text}” are not hours such as “09:00 to 18:00, working days” (or “every day”)"
            );
        else if (from >= to)
            problems.Add(value, "The hours end before they begin");
        return (new(from ?? default, to ?? default), match.Groups["days"].Value is "working days");
    }

    private static int? ReadAim(Phrase? value, Problems problems)
    {
        if (value is null)
            return null;
        if (
            AimForm().Match(value.Text) is { Success: true } m
            && Values.Number(m.Groups["n"].Value) is > 0 and var days
        )
            return days;
        problems.Add(value, $"“{value.Text}” is not an aim such as “a turn at least every 25 working days”");
        return null;
    }

    [GeneratedRegex(
        @"^(?<from>\S+) to (?<to>\S+), (?<days>working days|every day)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex HoursForm();

    [GeneratedRegex("^a turn at least every (?<n>[0-9]+) working days$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AimForm();
}
