using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>
/// The text that <c>scripts/holidays</c> writes; its first lines say how it is built. Places are found at once, the calendar
/// of one is worked out when it is first asked for.
/// </summary>
internal sealed class HolidayFile
{
    private readonly (int First, int Last) years;
    private readonly Dictionary<string, (string Name, List<string> Lines)> sections = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, HolidayCalendar> calendars = new(StringComparer.Ordinal);

    public HolidayFile(string text)
    {
        List<string> section = [];
        foreach (var line in text.Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] is '+' or '-')
                section.Add(line);
            else if (char.IsAsciiDigit(line[0]))
                years = (Number(line[..4]), Number(line[5..]));
            else
                sections.Add(line.Split('\t')[0], (line.Split('\t')[1], section = []));
        }
        Places = [.. sections.Keys.Select(code => new HolidayPlace(code, FullName(code)))];
    }

    /// <summary>Countries by code, each followed by its regions.</summary>
    public IReadOnlyList<HolidayPlace> Places { get; }

    /// <summary>The calendar of a place; null when it is none.</summary>
    public HolidayCalendar? Find(string code) =>
        calendars.TryGetValue(code, out var known) ? known
        : sections.ContainsKey(code) ? calendars.GetOrAdd(code, Calendar)
        : null;

    private HolidayCalendar Calendar(string code)
    {
        var names = Days(code)
            .GroupBy(day => day.Date, day => day.Name)
            .ToFrozenDictionary(
                same => same.Key,
                same => string.Join(" and ", same.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            );
        return new(new(code, FullName(code)), names) { Dates = names.Keys.ToFrozenSet() };
    }

    // What the place around has, more and less what is written of this one.
    private HashSet<(LocalDate Date, string Name)> Days(string code)
    {
        var days = Around(code) is { } around ? Days(around) : [];
        foreach (var line in sections[code].Lines)
        {
            var parts = line[1..].Split('\t');
            var named = parts[1].Split(' ').SelectMany(Dates).Select(date => (date, parts[0]));
            if (line[0] == '+')
                days.UnionWith(named);
            else
                days.ExceptWith(named);
        }
        return days;
    }

    private IEnumerable<LocalDate> Dates(string written)
    {
        var (month, day) = (Number(written[^4..^2]), Number(written[^2..]));
        return written.Length == 6
            ? [new LocalDate(2000 + Number(written[..2]), month, day)]
            : Enumerable.Range(years.First, years.Last - years.First + 1).Select(y => new LocalDate(y, month, day));
    }

    private string FullName(string code) =>
        (Around(code) is { } around ? FullName(around) + ", " : "") + sections[code].Name;

    private static string? Around(string code) => code.LastIndexOf('-') is var at and > 0 ? code[..at] : null;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
