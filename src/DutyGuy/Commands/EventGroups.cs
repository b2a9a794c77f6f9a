using System.Runtime.InteropServices;
using System.Text.Json;
using DutyGuy.Adapters.Sentry;
using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Commands;

/// <summary>
/// Groups a file of events in the order of its lines: <c>{"event_id", "project", "at", "event"}</c>, answered by
/// <c>{"event_id", "group"}</c>. Errors of two projects or environments never meet.
/// </summary>
public sealed class EventGroups
{
    readonly string events;
    readonly IReadOnlyDictionary<string, MapsOfRelease> releases;
    readonly Dictionary<(string, string), ErrorGroups> projects = [];
    long errors;

    EventGroups(string events, IReadOnlyDictionary<string, MapsOfRelease> releases) =>
        (this.events, this.releases) = (events, releases);

    public static EventGroups Open(string events, string? maps)
    {
        if (!File.Exists(events))
            throw new FileNotFoundException($"There is no file {events}.");
        var list = maps ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(events))!, "maps.json");
        return new(
            events,
            maps is not null || File.Exists(list) ? MapsOfRelease.Read(list) : new Dictionary<string, MapsOfRelease>()
        );
    }

    public (int Events, long Errors, int Unread) Answer(string output, bool why)
    {
        var (all, unread) = (0, 0);
        using var answers = new StreamWriter(output) { NewLine = "\n" };
        foreach (var line in Lines())
        {
            all++;
            using var row = Parse(line, all);
            if (Read(row.RootElement) is not { } error)
            {
                unread++;
                continue;
            }
            var project = Text(row.RootElement, "project") ?? "";
            if (!projects.TryGetValue((project, error.Sighting.Environment), out var groups))
                projects[(project, error.Sighting.Environment)] = groups = new ErrorGroups(() => ++errors);
            var group = groups.Add(error.Cause.Keys);
            var id = Text(row.RootElement, "event_id") ?? error.Sighting.EventId;
            answers.WriteLine(
                why
                    ? JsonSerializer.Serialize(
                        new
                        {
                            event_id = id,
                            group,
                            rule = error.Cause.Rule.ToString(),
                            type = error.Cause.Type,
                            place = error.Cause.Place,
                            function = error.Cause.Function,
                            caller = error.Cause.Caller,
                        }
                    )
                    : JsonSerializer.Serialize(new { event_id = id, group })
            );
        }
        return (all, errors, unread);
    }

    SentryError? Read(JsonElement row)
    {
        var body = JsonMarshal.GetRawUtf8Value(row.GetProperty("event")).ToArray();
        var at =
            row.TryGetProperty("at", out var told) && told.TryGetDouble(out var seconds)
                ? Instant.FromUnixTimeMilliseconds((long)(seconds * 1000))
                : Instant.FromUnixTimeSeconds(0);
        var reading = SentryIntake.Read(StoreReader.Read(body), "grouping"u8, at, Original);
        return reading.Errors is [var error, ..] ? error : null;
    }

    IReadOnlyList<Frame> Original(string? release, IReadOnlyList<Frame> frames) =>
        release is not null && releases.TryGetValue(release, out var maps)
            ? OriginalFrames.Of(frames, maps.Of)
            : frames;

    IEnumerable<string> Lines()
    {
        using var reader = new StreamReader(PackedFile.OpenRead(events));
        while (reader.ReadLine() is { } line)
            if (line.Length > 0)
                yield return line;
    }

    static JsonDocument Parse(string line, int number)
    {
        try
        {
            var row = JsonDocument.Parse(line);
            if (row.RootElement.ValueKind == JsonValueKind.Object && row.RootElement.TryGetProperty("event", out _))
                return row;
            row.Dispose();
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"Line {number} is not JSON. {wrong.Message}", wrong);
        }
        throw new FormatException($"Line {number} has no field \"event\": an event as the SDK sent it.");
    }

    static string? Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
