using System.Text.Json;
using DutyGuy.Domain;
using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Commands.Rota;

/// <summary>Fields of a problem or plan; a field that is not there or null takes its usual value.</summary>
static class ProblemFields
{
    public static JsonElement? Part(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static IEnumerable<JsonElement> List(this JsonElement element, string name) =>
        element.Part(name) is { } list ? list.EnumerateArray() : [];

    public static string Text(this JsonElement element, string name) => element.TextOrNull(name) ?? "";

    public static string? TextOrNull(this JsonElement element, string name) => element.Part(name)?.GetString();

    public static int Whole(this JsonElement element, string name, int usual) =>
        element.Part(name)?.GetInt32() ?? usual;

    public static double Number(this JsonElement element, string name, double usual) =>
        element.Part(name)?.GetDouble() ?? usual;

    public static LocalDate? Date(this JsonElement element, string name) =>
        element.TextOrNull(name) is { } text ? Date(text) : null;

    public static IReadOnlySet<LocalDate> Dates(this JsonElement element, string name) =>
        element.List(name).Select(date => Date(date.GetString()!)).ToHashSet();

    public static IReadOnlySet<string>? Words(this JsonElement element, string name) =>
        element.Part(name) is null
            ? null
            : element.List(name).Select(word => word.GetString()!).ToHashSet(StringComparer.Ordinal);

    public static IReadOnlySet<IsoDayOfWeek> Weekdays(this JsonElement element, string name) =>
        element.Part(name) is null
            ? DutyHours.MondayToFriday
            : element.List(name).Select(day => (IsoDayOfWeek)day.GetInt32()).ToHashSet();

    static LocalDate Date(string text)
    {
        var parsed = LocalDatePattern.Iso.Parse(text);
        return parsed.Success ? parsed.Value : throw new FormatException($"“{text}” is not a date like 2026-03-29.");
    }
}
