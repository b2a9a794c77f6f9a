using System.Text.Json;

namespace DutyGuy.Commands.Demo.Play;

/// <summary>The watch in real time: a new error and a slow endpoint are named by what production really does.</summary>
static class TheWatch
{
    public static async Task Play(Day day)
    {
        var errors = await day.Until(
            "Watching production: errors",
            () => StagingErrors.Lines(day, "production"),
            lines => lines.Count >= 1
        );
        day.Tell("A new error since the switch.");
        foreach (var line in errors)
        {
            var who = await Asking.Owner(day, line);
            Day.Check(who == "ines", $"the new error is of Ines' commit, but {who} was named first");
        }
        var rollout = await day.Until(
            "Watching production: response times, in blocks of a minute",
            () => day.Mel.Get($"rollouts/{day.Rollout}"),
            r => Slow(r) is not null
        );
        day.Tell($"Slower since the switch: {Slow(rollout)}");
    }

    static string? Slow(JsonElement rollout) =>
        rollout
            .Items("watch.findings")
            .Select(f => f.GetString()!)
            .FirstOrDefault(f => f.StartsWith("GET /search", StringComparison.Ordinal));
}
