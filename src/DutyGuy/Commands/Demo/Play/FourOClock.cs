using System.Text.Json;

namespace DutyGuy.Commands.Demo.Play;

/// <summary>16:00:00: the rollout line appears, not a second before; the gates are shown, the last question answered.</summary>
static class FourOClock
{
    public static async Task Play(Day day)
    {
        await day.At(15, 58, "Four o'clock");
        await GiveOwners(day);
        await day.Jump(15, 59, 58);
        var before = await day.Board();
        Day.Check(before.Time("now") < DemoWorld.At(16, 0), "it is too late to see 15:59:59");
        Day.Check(Line(before) is null, "the rollout line is there before 16:00:00");
        day.Tell("No rollout line yet.");
        var after = await day.Until(
            "Waiting for 16:00:00",
            () => day.Board(),
            b => Line(b) is { } l && l.Number("checklistRun") > 0
        );
        Day.Check(after.Time("now") >= DemoWorld.At(16, 0), "the rollout line came before 16:00:00");
        day.Tell($"There it is: {Line(after)!.Value.Text("title")}.");
        await Answer(day, Line(after)!.Value.Text("checklistRun"));
    }

    static async Task GiveOwners(Day day)
    {
        foreach (var line in await StagingErrors.Lines(day, "staging"))
            if (line.Items("actions").Any(a => a.GetString() == "poke"))
                await Asking.Owner(day, line);
    }

    static JsonElement? Line(JsonElement board) =>
        board.Items("lines").Where(l => l.Text("rule") == "rollout").Select(l => (JsonElement?)l).FirstOrDefault();

    static async Task Answer(Day day, string run)
    {
        var next = await day.Mel.Get("rollouts/next");
        day.Tell(
            $"What ships: {next.Text("to")[..7]}, {next.Items("changes").Count} changes; production runs {next.Text("from")[..7]}."
        );
        foreach (var change in next.Items("changes"))
            day.More($"{change.Text("commit")[..7]} {change.Text("title")}, by {change.Text("author")}");
        await day.Mel.Post($"checklist-runs/{run}/steps/special", new { @do = "answer", answer = "no" });
        day.Tell("Does a change need a migration, a flag or a word to support? Mel answers: no.");
        next = await day.Until(
            "The gates open",
            async () =>
            {
                // Testers go on: an error that staging met just now shuts the gate until it has an owner.
                await GiveOwners(day);
                return await day.Mel.Get("rollouts/next");
            },
            n => n.Yes("canShip")
        );
        foreach (var gate in next.Items("gates"))
            day.More($"{gate.Text("state")}: {gate.Text("gate")} ({gate.Text("why")})");
    }
}
