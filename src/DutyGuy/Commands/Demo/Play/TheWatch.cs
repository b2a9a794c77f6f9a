using System.Text.Json;

namespace DutyGuy.Commands.Demo.Play;

/// <summary>The watch in real time: a new error and a slow endpoint are named by what production really does.</summary>
static class TheWatch
{
    public static async Task Play(Day day)
    {
        // A changed call makes old errors look new now and then; they get owners, too.
        while (!await NewErrorsHaveOwners(day))
            day.More("Not yet the one of Ines' commit.");
        day.Tell("The watch looks once for each minute that is over: a minute takes two seconds now.");
        await using var busy = BusyMinutes.Watched(day);
        var rollout = await day.Until(
            "Watching production: response times",
            async () =>
            {
                await busy.Pass();
                return await day.Mel.Get($"rollouts/{day.Rollout}");
            },
            r => Slow(r) is not null
        );
        var call = Slow(rollout)!.Value;
        day.Tell($"After minute {call.Text("minute")} the watch calls {call.Text("endpoint")}: {call.Text("why")}.");
        day.Tell($"Its advice: {call.Text("advice")}. Mel decides.");
    }

    /// <summary>Whether the one of Ines' commit was among them.</summary>
    static async Task<bool> NewErrorsHaveOwners(Day day)
    {
        var errors = await day.Until(
            "Watching production: errors",
            () => StagingErrors.Lines(day, "production"),
            lines => lines.Count >= 1
        );
        day.Tell("A new error since the switch.");
        var owners = new List<string>();
        foreach (var line in errors)
            owners.Add(await Asking.Owner(day, line));
        return owners.Contains("ines");
    }

    static JsonElement? Slow(JsonElement rollout) =>
        rollout
            .Items("watch.calls")
            .Where(c => c.Text("endpoint") == "GET /search")
            .Select(c => (JsonElement?)c)
            .FirstOrDefault();
}
