using System.IO.Compression;
using System.Text.Json;
using DutyGuy.Adapters.Sentry;
using DutyGuy.Commands;
using NodaTime;

namespace DutyGuy.Tests.Sentry;

/// <summary>The events of the public yardstick (bench/yardsticks/grouping), grouped once for all tests.</summary>
public sealed class GroupedYardstick
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", "grouping");
    static readonly string Events = Path.Combine(Folder, "events.jsonl.gz");

    /// <summary>Causes with the groups of their events; events that say too little are left out.</summary>
    public ILookup<string, string> GroupsOf { get; }

    public GroupedYardstick()
    {
        var output = Path.GetTempFileName();
        EventGroups.Open(Events, null).Answer(output, why: false);
        var groups = Lines(File.OpenRead(output))
            .ToDictionary(a => Text(a, "event_id"), a => $"{a.GetProperty("group")}");
        File.Delete(output);
        GroupsOf = Lines(File.OpenRead(Path.Combine(Folder, "truth.jsonl")))
            .Where(t => t.GetProperty("hard").GetArrayLength() == 0)
            .ToLookup(t => Text(t, "cause"), t => groups.GetValueOrDefault(Text(t, "event_id"), "none"));
    }

    /// <summary>Pairs of causes that look alike and are two, with what they have in common.</summary>
    /// <param name="hard">Those that nothing in the events tells apart, instead.</param>
    public static IEnumerable<(string A, string B, string Kind)> LookAlikes(bool hard = false)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "lookalikes.json")));
        return
        [
            .. json
                .RootElement.EnumerateArray()
                .Where(p => p.GetProperty("hard").GetBoolean() == hard)
                .Select(p => (Text(p, "a"), Text(p, "b"), Text(p, "kind"))),
        ];
    }

    /// <summary>Every event as the intake reads it, without source maps.</summary>
    internal static IEnumerable<SentryError> Read()
    {
        using var packed = new GZipStream(File.OpenRead(Events), CompressionMode.Decompress);
        foreach (var row in Lines(packed))
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(row.GetProperty("event"));
            var at = Instant.FromUnixTimeSeconds((long)row.GetProperty("at").GetDouble());
            foreach (var error in SentryIntake.Read(StoreReader.Read(body), Capture.HashKey, at).Errors)
                yield return error;
        }
    }

    static IEnumerable<JsonElement> Lines(Stream stream)
    {
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            yield return JsonElement.Parse(line);
    }

    static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
