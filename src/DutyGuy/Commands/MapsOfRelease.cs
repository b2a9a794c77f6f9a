using System.Text.Json;
using DutyGuy.Domain;

namespace DutyGuy.Commands;

/// <summary>The source maps of a release, from a list <c>[{"release", "file", "map"}]</c> with the maps in <c>maps/</c> beside it.</summary>
sealed record MapsOfRelease(MinifiedFiles Files, IReadOnlyDictionary<string, SourceMap> Maps)
{
    public SourceMap? Of(string path) => Files.Of(path) is { } file ? Maps[file] : null;

    public static IReadOnlyDictionary<string, MapsOfRelease> Read(string list)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(list));
        var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(list))!, "maps");
        return json
            .RootElement.EnumerateArray()
            .Select((m, i) => (Release: Text(m, i, "release"), File: Text(m, i, "file"), Map: Text(m, i, "map")))
            .GroupBy(m => m.Release)
            .ToDictionary(
                r => r.Key,
                r =>
                {
                    var maps = r.GroupBy(m => m.File)
                        .ToDictionary(m => m.Key, m => m.Last().Map, StringComparer.Ordinal);
                    return new MapsOfRelease(
                        new MinifiedFiles(maps.Keys),
                        maps.ToDictionary(
                            m => m.Key,
                            m => ReadMap(Path.Combine(folder, m.Value)),
                            StringComparer.Ordinal
                        )
                    );
                },
                StringComparer.Ordinal
            );
    }

    static SourceMap ReadMap(string path)
    {
        using var plain = PackedFile.OpenRead(path);
        using var bytes = new MemoryStream();
        plain.CopyTo(bytes);
        return SourceMap.Read(bytes.ToArray());
    }

    static string Text(JsonElement map, int number, string name) =>
        map.ValueKind == JsonValueKind.Object
        && map.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new FormatException($"Entry {number + 1} of the list of source maps has no text \"{name}\".");
}
