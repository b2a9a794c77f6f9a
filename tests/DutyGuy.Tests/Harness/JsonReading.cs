using System.Text.Json;

namespace DutyGuy.Tests.Harness;

/// <summary>Reads an answer by dotted path: <c>board.Text("lines.0.rule")</c>.</summary>
public static class JsonReading
{
    public static JsonElement At(this JsonElement json, string path)
    {
        foreach (var word in path.Split('.'))
        {
            var found = json.ValueKind switch
            {
                JsonValueKind.Array => int.TryParse(word, out var i) && i < json.GetArrayLength() ? json[i] : default,
                JsonValueKind.Object => json.TryGetProperty(word, out var property) ? property : default,
                _ => default,
            };
            if (found.ValueKind == JsonValueKind.Undefined)
                Assert.Fail($"There is no “{word}” of “{path}” in {json}");
            json = found;
        }
        return json;
    }

    /// <summary>A text, or null; anything else as it is written.</summary>
    public static string? Text(this JsonElement json, string path) =>
        json.At(path) switch
        {
            { ValueKind: JsonValueKind.Null } => null,
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            var other => other.GetRawText(),
        };

    public static long Number(this JsonElement json, string path) => json.At(path).GetInt64();

    public static bool Yes(this JsonElement json, string path) => json.At(path).GetBoolean();

    /// <summary>The elements of a list, by default those of <c>items</c>.</summary>
    public static IReadOnlyList<JsonElement> Items(this JsonElement json, string path = "items") =>
        [.. json.At(path).EnumerateArray()];

    /// <summary>One text of each item: <c>board.Texts("lines", "rule")</c>.</summary>
    public static IReadOnlyList<string?> Texts(this JsonElement json, string path, string field) =>
        [.. json.Items(path).Select(item => item.Text(field))];
}
