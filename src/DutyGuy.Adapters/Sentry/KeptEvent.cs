using System.Text.Json;
using System.Text.Json.Nodes;
using DutyGuy.Domain;

namespace DutyGuy.Adapters.Sentry;

/// <summary>An event as it is kept, read back.</summary>
public static class KeptEvent
{
    /// <summary>The event with all by which it is grouped; null when the text is not one that we kept.</summary>
    public static ErrorSighting? Read(string json)
    {
        try
        {
            using var read = JsonDocument.Parse(json);
            return Read(read.RootElement);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The JSON as people see it: without what only the grouping needs.</summary>
    public static JsonElement Shown(string json)
    {
        var all = JsonNode.Parse(json)!.AsObject();
        all.Remove(KeptStacks.Field);
        return JsonSerializer.SerializeToElement(all);
    }

    private static ErrorSighting Read(JsonElement root)
    {
        IReadOnlyList<RaisedException> chain = [.. KeptStacks.Read(root).Reverse()];
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
            FingerprintOverride = [.. root.Object(KeptStacks.Field).List("fingerprint").Select(p => p.Text() ?? "")],
            Chain = chain,
        };
    }
}
