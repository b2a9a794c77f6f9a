namespace DutyGuy.Commands.Demo.Play;

/// <summary>One press goes back; a hold stays until somebody says that it is mended.</summary>
static class WayBack
{
    public static async Task Play(Day day)
    {
        var told = (await day.Mel.Get($"rollouts/{day.Rollout}")).Items("log").Count;
        day.Tell("Mel presses roll back.");
        await day.Mel.Post($"rollouts/{day.Rollout}/roll-back");
        var back = await TheButton.Output(day, "rolling back", told);
        Day.Check(
            back.Text("status") == "rolled back",
            $"production should be rolled back, but is {back.Text("status")}"
        );
        await day.Mel.Patch(
            $"rollouts/{day.Rollout}",
            new
            {
                reason = "Search works out the slots of all colleagues for each result; documents without a note fail.",
            }
        );
        var release1 = day.World.History[ClinicRole.Release1].Sha;
        var health = await day.Ask(day.World.Sites.Production.Address, "/health");
        Day.Check(health.Text("commit") == release1, $"production serves {health.Text("commit")}, not {release1}");
        day.Tell($"Production says of itself: release {health.Text("release")}, as in the morning.");
        var holds = (await day.Mel.Get("holds")).Items();
        Day.Check(holds.Count > 0, "the roll back left no hold");
        day.Tell($"A hold stays: {holds[0].Text("why")}");
    }
}
