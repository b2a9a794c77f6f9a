using System.Text.Encodings.Web;
using System.Text.Json;

namespace DutyGuy.Domain;

/// <summary>The text of a source map.</summary>
public static class SourceMapJson
{
    private static readonly HashSet<string> Needed =
    [
        "version",
        "file",
        "sourceRoot",
        "sources",
        "names",
        "mappings",
        "ignoreList",
        "x_google_ignoreList",
        "sections",
        "offset",
        "line",
        "column",
        "map",
    ];

    // The plus sign is a digit of the mappings.
    private static readonly JsonWriterOptions Plainly = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The same map without what finding lines and functions does not need: above all without the text of the sources, of which
    /// an outline is written instead.
    /// </summary>
    public static byte[] WithoutSources(ReadOnlyMemory<byte> json) =>
        Read(
            json,
            root =>
            {
                using var bytes = new MemoryStream();
                using (var writer = new Utf8JsonWriter(bytes, Plainly))
                    Write(root, writer, depth: 0);
                return bytes.ToArray();
            }
        );

    /// <summary>The file that a map says it belongs to; null when it does not, or is no map.</summary>
    public static string? FileOf(ReadOnlyMemory<byte> json)
    {
        try
        {
            return Read(json, root => root.TryGetProperty("file", out var file) ? file.GetString() : null);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Reads the JSON; a first line of `)]}'`, which keeps a browser from running it, is passed over.</summary>
    internal static T Read<T>(ReadOnlyMemory<byte> json, Func<JsonElement, T> read)
    {
        if (json.Span.StartsWith("\ufeff"u8))
            json = json[3..];
        if (json.Span.StartsWith(")]}'"u8))
            json = json[(json.Span.IndexOf((byte)'\n') + 1)..];
        try
        {
            using var document = JsonDocument.Parse(json);
            return read(document.RootElement);
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"It is not JSON. {wrong.Message}", wrong);
        }
        catch (InvalidOperationException wrong)
        {
            throw new FormatException("A text in it is no Unicode, or a field is of a wrong kind.", wrong);
        }
    }

    // Objects of a map are three deep at most: the whole, a section, its map. Sources and names are lists.
    private static void Write(JsonElement element, Utf8JsonWriter writer, int depth)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var field in element.EnumerateObject().Where(f => Needed.Contains(f.Name)))
            {
                writer.WritePropertyName(field.Name);
                Write(field.Value, writer, depth + 1);
            }
            OutlineJson.Write(writer, SourceMapReader.Outlines(element));
            writer.WriteEndObject();
        }
        else if (element.ValueKind == JsonValueKind.Array && depth <= 1)
        {
            writer.WriteStartArray();
            foreach (var item in element.EnumerateArray())
                Write(item, writer, depth + 1);
            writer.WriteEndArray();
        }
        else
        {
            element.WriteTo(writer);
        }
    }
}
