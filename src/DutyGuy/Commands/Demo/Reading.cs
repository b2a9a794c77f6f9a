using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Commands.Demo;

/// <summary>Reads answers of the API: <c>board.Text("onDuty.person")</c>.</summary>
static class Reading
{
    /// <summary>The value at a dotted path; undefined when there is none.</summary>
    public static JsonElement At(this JsonElement json, string path)
    {
        foreach (var word in path.Split('.'))
            json =
                json.ValueKind == JsonValueKind.Object && json.TryGetProperty(word, out var found) ? found
                : json.ValueKind == JsonValueKind.Array && int.TryParse(word, out var i) && i < json.GetArrayLength()
                    ? json[i]
                : default;
        return json;
    }

    public static string Text(this JsonElement json, string path) =>
        json.At(path) switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString()!,
            { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => "",
            var other => other.GetRawText(),
        };

    public static long Number(this JsonElement json, string path) =>
        json.At(path) is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : 0;

    public static bool Yes(this JsonElement json, string path) => json.At(path).ValueKind == JsonValueKind.True;

    public static IReadOnlyList<JsonElement> Items(this JsonElement json, string path = "items") =>
        json.At(path) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    public static Instant Time(this JsonElement json, string path) =>
        InstantPattern.ExtendedIso.Parse(json.Text(path)).Value;
}
