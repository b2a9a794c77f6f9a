using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace DutyGuy.Domain;

/// <summary>Reads the JSON of a source map, piece by piece; what is wrong is said with its field.</summary>
internal sealed class SourceMapReader
{
    /// <summary>Mappings of one map: 96 MB in memory; the bundle of a very large program has a million.</summary>
    public const int MostMappings = 4_000_000;

    private readonly List<MappedSource?> sources = [];
    private readonly List<SourceOutline?> outlines = [];
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);
    private readonly List<Mapping> mappings = [];

    public static SourceMap Read(ReadOnlyMemory<byte> json) =>
        SourceMapJson.Read(json, root => new SourceMapReader().Whole(root));

    /// <summary>The outlines of one map, as it tells them or as its text gives them; none when it is none that can be read.</summary>
    public static SourceOutline?[] Outlines(JsonElement map)
    {
        if (!Has(map, "sources", out var list) || list.ValueKind != JsonValueKind.Array)
            return [];
        try
        {
            var libraries = Ignored(map, "");
            var root = Has(map, "sourceRoot", out var told) ? Text(told, "") : null;
            return OutlineJson.Of(
                map,
                [.. list.EnumerateArray().Select((s, i) => Source(root, s, "", libraries.Contains(i)))]
            );
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private SourceMap Whole(JsonElement root)
    {
        CheckVersion(root, "");
        if (Has(root, "sections", out var sections))
            Sections(sections);
        else
            Map(root, "", default, MapOffset.End);
        var all = mappings.ToArray();
        // Nearly always in order already.
        if (!IsSorted(all))
            Array.Sort(all, Mapping.InOrder);
        return new SourceMap([.. sources], [.. outlines], names, all);
    }

    private void Sections(JsonElement sections)
    {
        if (sections.ValueKind != JsonValueKind.Array)
            throw Wrong("sections", "is no list");
        var begins = sections.EnumerateArray().Select((s, i) => Offset(s, $"sections[{i}].offset")).ToList();
        foreach (var (i, section) in sections.EnumerateArray().Index())
        {
            var field = $"sections[{i}]";
            var stop = i + 1 < begins.Count ? begins[i + 1] : MapOffset.End;
            if (stop.IsBefore(begins[i]))
                throw Wrong($"sections[{i + 1}].offset", "lies before that of the section before");
            if (!Has(section, "map", out var map) || map.ValueKind != JsonValueKind.Object)
                throw Wrong($"{field}.map", "is missing; an address instead (url) is not followed");
            if (Has(map, "sections", out _))
                throw Wrong($"{field}.map", "has sections itself, which the standard does not allow");
            CheckVersion(map, $"{field}.map.");
            Map(map, $"{field}.map.", begins[i], stop);
        }
    }

    private void Map(JsonElement map, string field, MapOffset begin, MapOffset stop)
    {
        var root = Has(map, "sourceRoot", out var told) ? Text(told, field + "sourceRoot") : null;
        var libraries = Ignored(map, field);
        var own = Items(map, "sources", field, isNeeded: true);
        var section = new MapSection(
            field,
            begin,
            stop,
            sources.Count,
            own.Count,
            [.. Items(map, "names", field, isNeeded: false).Select((n, i) => Number(n, $"{field}names[{i}]"))]
        );
        List<MappedSource?> read =
        [
            .. own.Select((s, i) => Source(root, s, $"{field}sources[{i}]", libraries.Contains(i))),
        ];
        sources.AddRange(read);
        outlines.AddRange(OutlineJson.Of(map, read));
        if (!Has(map, "mappings", out var text) || text.ValueKind != JsonValueKind.String)
            throw Wrong(field + "mappings", "is missing, or is no text");
        new MappingsReader(Utf8(text), section).ReadInto(mappings, MostMappings);
    }

    private static MappedSource? Source(string? root, JsonElement source, string field, bool isLibrary) =>
        source.ValueKind == JsonValueKind.Null ? null : MappedSource.Of(root, Text(source, field)!, isLibrary);

    // The same name may stand there many times. No database keeps the character NUL.
    private int Number(JsonElement name, string field)
    {
        var text = (Text(name, field) ?? "").Replace("\0", "", StringComparison.Ordinal);
        if (!names.TryGetValue(text, out var number))
            names[text] = number = names.Count;
        return number;
    }

    private static HashSet<int> Ignored(JsonElement map, string field)
    {
        var word = Has(map, "ignoreList", out _) ? "ignoreList" : "x_google_ignoreList";
        return
        [
            .. Items(map, word, field, isNeeded: false)
                .Select(
                    (n, i) =>
                        n.ValueKind == JsonValueKind.Number && n.TryGetInt32(out var number)
                            ? number
                            : throw Wrong($"{field}{word}[{i}]", "is no number of a source")
                ),
        ];
    }

    private static MapOffset Offset(JsonElement section, string field)
    {
        if (!Has(section, "offset", out var offset))
            throw Wrong(field, "is missing");
        return new MapOffset(Part("line"), Part("column"));

        int Part(string name) =>
            Has(offset, name, out var part)
            && part.ValueKind == JsonValueKind.Number
            && part.TryGetInt32(out var number)
            && number >= 0
                ? number
                : throw Wrong($"{field}.{name}", "is no number from 0 on");
    }

    private static void CheckVersion(JsonElement map, string field)
    {
        if (map.ValueKind != JsonValueKind.Object)
            throw new FormatException("It is no JSON object, and a source map is one.");
        if (!Has(map, "version", out var version))
            throw Wrong(field + "version", "is missing, so this is no source map");
        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != 3)
            throw Wrong(field + "version", $"is {version.GetRawText()}, and only 3 is known");
    }

    private static List<JsonElement> Items(JsonElement map, string name, string field, bool isNeeded) =>
        !Has(map, name, out var list)
            ? isNeeded
                ? throw Wrong(field + name, "is missing")
                : []
            : list.ValueKind == JsonValueKind.Array
                ? [.. list.EnumerateArray()]
                : throw Wrong(field + name, "is no list");

    private static string? Text(JsonElement text, string field) =>
        text.ValueKind switch
        {
            JsonValueKind.String => text.GetString(),
            JsonValueKind.Null => null,
            _ => throw Wrong(field, "is no text"),
        };

    private static ReadOnlySpan<byte> Utf8(JsonElement text)
    {
        var raw = JsonMarshal.GetRawUtf8Value(text)[1..^1];
        return raw.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(text.GetString()!) : raw;
    }

    private static bool Has(JsonElement map, string name, out JsonElement value)
    {
        value = default;
        return map.ValueKind == JsonValueKind.Object
            && map.TryGetProperty(name, out value)
            && value.ValueKind != JsonValueKind.Null;
    }

    private static bool IsSorted(Mapping[] all)
    {
        for (var i = 1; i < all.Length; i++)
            if (Mapping.InOrder(all[i - 1], all[i]) > 0)
                return false;
        return true;
    }

    private static FormatException Wrong(string field, string what) => new($"{field}: it {what}.");
}
