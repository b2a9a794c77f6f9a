using System.Text.Json;

namespace DutyGuy.Domain;

/// <summary>
/// Outlines in the JSON of a source map, a field of ours beside `sources`: for each source null or `{"f": functions, "l": lines}`.
/// A function is `[line, column, line of its end, column of its end, name, 1 when it is handed an address]`, counted from 0;
/// lines are numbers in turn: the line, and what it says.
/// </summary>
internal static class OutlineJson
{
    /// <summary>The field's name.</summary>
    public const string Field = "x_duty_outline";

    private const int LongestName = 200;
    private const int Most = 500_000;
    private const SourceSigns OfLines =
        SourceSigns.Known | SourceSigns.Throws | SourceSigns.NamesAddress | SourceSigns.Reports;

    /// <summary>The outlines of a map's own sources, as far as they are told or can be made of the text; null for the others.</summary>
    public static SourceOutline?[] Of(JsonElement map, IReadOnlyList<MappedSource?> sources)
    {
        var outlines = new SourceOutline?[sources.Count];
        var isTold = Items(map, Field, out var told);
        if (!isTold && !Items(map, "sourcesContent", out told))
            return outlines;
        foreach (var (i, item) in told.EnumerateArray().Index().Take(sources.Count))
            if (sources[i] is { IsLibrary: false } source)
                outlines[i] =
                    isTold ? Read(item)
                    : Text(item) is { } text ? OutlineReader.Of(source.Path, text)
                    : null;
        return outlines;
    }

    /// <summary>Writes the field; nothing when there is no outline at all.</summary>
    public static void Write(Utf8JsonWriter writer, SourceOutline?[] outlines)
    {
        if (Array.TrueForAll(outlines, o => o is null))
            return;
        writer.WriteStartArray(Field);
        foreach (var outline in outlines)
            if (outline is null)
                writer.WriteNullValue();
            else
                Write(writer, outline);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, SourceOutline outline)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("f");
        foreach (var f in outline.Functions)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(f.Start.Line);
            writer.WriteNumberValue(f.Start.Column);
            writer.WriteNumberValue(f.End.Line);
            writer.WriteNumberValue(f.End.Column);
            writer.WriteStringValue(f.Name);
            if (f.TakesAddress)
                writer.WriteNumberValue(1);
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
        writer.WriteStartArray("l");
        foreach (var (line, signs) in outline.Lines)
        {
            writer.WriteNumberValue(line);
            writer.WriteNumberValue((int)signs);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    // Somebody else's field of this name, or a broken one, is none.
    private static SourceOutline? Read(JsonElement outline)
    {
        if (
            outline.ValueKind != JsonValueKind.Object
            || !Items(outline, "f", out var functions)
            || !Items(outline, "l", out var lines)
        )
            return null;
        if (functions.GetArrayLength() > Most || lines.GetArrayLength() > Most)
            return null;
        var read = functions.EnumerateArray().Select(Function).ToList();
        int[] numbers = [.. lines.EnumerateArray().Select(Number)];
        return read.Exists(f => f is null) || numbers.Length % 2 != 0 || numbers.Contains(-1)
            ? null
            : new SourceOutline(
                read.Select(f => f!.Value),
                numbers.Chunk(2).Select(n => (n[0], (SourceSigns)n[1] & OfLines)).DistinctBy(n => n.Item1)
            );
    }

    private static OutlinedFunction? Function(JsonElement function)
    {
        if (
            function.ValueKind != JsonValueKind.Array
            || function.GetArrayLength() is not (5 or 6)
            || function[4].ValueKind != JsonValueKind.String
        )
            return null;
        int[] places = [.. function.EnumerateArray().Take(4).Select(Number)];
        var name = function[4].GetString()!.Replace("\0", "", StringComparison.Ordinal);
        if (places.Contains(-1) || name.Length > LongestName + 10)
            return null;
        return new(new(places[0], places[1]), new(places[2], places[3]), name, function.GetArrayLength() == 6);
    }

    // Half a character is no reason to refuse a map.
    private static string? Text(JsonElement text)
    {
        try
        {
            return text.ValueKind == JsonValueKind.String ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static int Number(JsonElement number) =>
        number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var value) && value >= 0 ? value : -1;

    private static bool Items(JsonElement map, string name, out JsonElement items) =>
        map.TryGetProperty(name, out items) && items.ValueKind == JsonValueKind.Array;
}
