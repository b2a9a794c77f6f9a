using System.Text.Json;
using DutyGuy.Web;
using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Commands.Client;

/// <summary>Reads the API's answers.</summary>
static class JsonWords
{
    /// <summary>A text; numbers and yes or no as they are written; empty when it is missing or null.</summary>
    public static string Text(this JsonElement json, string name) => json.TextOrNull(name) ?? "";

    /// <summary>A text; null when it is missing or null.</summary>
    public static string? TextOrNull(this JsonElement json, string name) =>
        !json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : value.GetRawText();

    /// <summary>Some of its texts, in the order asked for: a row of a table.</summary>
    public static string[] Texts(this JsonElement json, params IEnumerable<string> names) =>
        [.. names.Select(name => json.Text(name))];

    /// <summary>A part that is an object; null when it is missing or null.</summary>
    public static JsonElement? Part(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    /// <summary>The elements of a list, by default those of <c>items</c>.</summary>
    public static IReadOnlyList<JsonElement> Items(this JsonElement json, string name = "items") =>
        json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray()]
            : [];

    public static Instant? Time(this JsonElement json, string name) =>
        json.TextOrNull(name) is { } text ? InstantPattern.ExtendedIso.Parse(text).Value : null;

    public static LocalDate? Date(this JsonElement json, string name) =>
        json.TextOrNull(name) is { } text ? LocalDatePattern.Iso.Parse(text).Value : null;

    /// <summary>Monday 23 November; empty when there is none.</summary>
    public static string Day(this JsonElement json, string name) => json.Date(name) is { } date ? Say.Date(date) : "";
}
