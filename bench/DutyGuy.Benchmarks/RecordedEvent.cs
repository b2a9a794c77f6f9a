using System.Text;
using System.Text.Json.Nodes;

namespace DutyGuy.Benchmarks;

/// <summary>A recorded event of the Node SDK with its own number, one of fifty causes and one of 500 users.</summary>
internal static class RecordedEvent
{
    private const int Causes = 50;
    private const int Users = 500;
    private static readonly string Recorded = Make();

    public static byte[] Numbered(int number) =>
        Encoding.UTF8.GetBytes(
            Recorded
                .Replace("$ID", Guid.NewGuid().ToString("N"), StringComparison.Ordinal)
                .Replace("$CAUSE", $"{number % Causes}", StringComparison.Ordinal)
                .Replace("$USER", $"{number % Users}", StringComparison.Ordinal)
        );

    private static string Make()
    {
        var body = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sentry", "node7-event.body"));
        var payload = body.Split('\n').First(line => line.Contains("\"exception\"", StringComparison.Ordinal));
        var json = JsonNode.Parse(payload)!.AsObject();
        json["event_id"] = "$ID";
        json["user"] = new JsonObject { ["id"] = "user-$USER" };
        json["fingerprint"] = new JsonArray("cause $CAUSE");
        return "{\"event_id\":\"$ID\"}\n{\"type\":\"event\"}\n" + json.ToJsonString() + "\n";
    }
}
