using System.Text.Json;
using DutyGuy.Domain;

namespace DutyGuy.Adapters.Sentry;

/// <summary>Stand-in until branch keys: an event as kept, read back.</summary>
public static class KeptEvent
{
    /// <summary>Null when it cannot be read.</summary>
    public static ErrorSighting? Read(string json)
    {
        using var read = JsonDocument.Parse(json);
        var root = read.RootElement;
        var frames = root.List("frames")
            .Select(f => new Frame(
                f.Text("path"),
                (int?)f.Number("line"),
                f.Text("function"),
                f.TryGetProperty("inApp", out var own) ? own.GetBoolean() : null
            ))
            .ToList();
        var chain = root.List("exceptions").Reverse().ToList();
        return new()
        {
            EventId = root.Text("eventId") ?? "",
            Environment = root.Text("environment") ?? "",
            Release = root.Text("release"),
            Platform = root.Text("platform"),
            Title = root.Text("title") ?? "",
            Culprit = root.Text("culprit") ?? "",
            Message = root.Text("message"),
            UrlPath = root.Text("urlPath"),
            UserKey = root.Text("user"),
            Frames = frames,
            Chain = [.. chain.Select((e, i) => new RaisedException(e.Text("type"), e.Text("value"), i == 0 ? frames : []))],
        };
    }
}
