using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Domain;

/// <summary>Reads numbers, times of day and lengths of time.</summary>
internal static class Values
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static readonly IReadOnlyList<string> Units = ["minutes", "minute", "hours", "hour", "days", "day"];

    // Nine digits hold every sensible number, and no length of time overflows.
    public static int? Number(string text) =>
        text.Length <= 9 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    public static LocalTime? TimeOfDay(string text) =>
        Clock.Parse(text) is { Success: true } parsed ? parsed.Value : null;

    public static Duration? Length(int number, string unit) =>
        number > 100_000
            ? null
            : unit switch
            {
                "minute" or "minutes" => Duration.FromMinutes(number),
                "hour" or "hours" => Duration.FromHours(number),
                "day" or "days" => Duration.FromDays(number),
                _ => null,
            };

    /// <summary><c>15 minutes</c> and nothing else; a problem if it is not.</summary>
    public static Duration? Length(Phrase phrase, Problems problems)
    {
        var words = phrase.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 2 && Number(words[0]) is { } number && Length(number, words[1]) is { } length)
            return length;
        var unit = words.Length == 2 ? Suggest.Nearest(words[1], Units) : null;
        problems.Add(
            phrase,
            $"“{phrase.Text}” is not a length of time such as “15 minutes”",
            unit is null ? null : $"{words[0]} {unit}"
        );
        return null;
    }
}
