using System.Text.Json;

namespace DutyGuy.Commands.Demo.Play;

/// <summary>The press: the deploy script really checks out, starts and switches over, and its words are seen live.</summary>
static class TheButton
{
    public static async Task Play(Day day)
    {
        var ship = day.World.History[ClinicRole.Release2].Sha;
        day.Tell($"Mel presses the button and repeats {ship[..7]}.");
        var pressed = await day.Mel.Post("duties/engineering/rollouts", new { confirm = ship[..7] });
        day.Rollout = pressed.Number("id");
        var done = await Output(day, "deploying", 0);
        Day.Check(
            done.Text("status") == "watching",
            $"the rollout should be watched now, but is {done.Text("status")}"
        );
        var health = await day.Ask(day.World.Sites.Production.Address, "/health");
        Day.Check(health.Text("commit") == ship, $"production serves {health.Text("commit")}, not {ship}");
        day.Tell($"Production says of itself: release {health.Text("release")}. The watch begins.");
    }

    /// <summary>Tells the lines of the command as they come, until it is over.</summary>
    public static async Task<JsonElement> Output(Day day, string doing, int told)
    {
        return await day.Until(
            "The script runs",
            async () =>
            {
                var rollout = await day.Mel.Get($"rollouts/{day.Rollout}");
                foreach (var line in rollout.Items("log").Skip(told))
                    day.More(line.Text("text"));
                told = rollout.Items("log").Count;
                return rollout;
            },
            r => r.Text("status") != doing && r.Text("status") != "waiting"
        );
    }
}
