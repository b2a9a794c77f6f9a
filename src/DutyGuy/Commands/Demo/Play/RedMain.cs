using System.Text.Json;

namespace DutyGuy.Commands.Demo.Play;

/// <summary>10:03: a commit of Ravi breaks main; 33 minutes later his mend makes it green again.</summary>
static class RedMain
{
    public static async Task Play(Day day)
    {
        await day.At(10, 3, "Main turns red");
        var board = await Break(day);
        var run = board.Number("lines.0.checklistRun");
        await Follow(day, run);
        await Mend(day);
        await Recorded(day);
    }

    static async Task<JsonElement> Break(Day day)
    {
        var red = day.World.History[ClinicRole.Red];
        await Push(day, ClinicRole.Red);
        var board = await day.Until(
            $"CI checks out {red.Sha[..7]} and runs its tests",
            () => day.Board(),
            b => b.Text("lines.0.rule") == "green" && b.Number("lines.0.checklistRun") > 0
        );
        day.Tell($"The board: {board.Text("lines.0.title")}. {board.Text("lines.0.why")}");
        return board;
    }

    public static async Task Push(Day day, ClinicRole role)
    {
        var commit = day.World.History[role];
        day.Tell($"{commit.Author} pushes {commit.Sha[..7]} “{commit.Title}”.");
        await day.World.Push(commit);
    }

    static async Task Follow(Day day, long run)
    {
        var steps = await day.Until(
            "The software looks for the first bad commit",
            () => day.Mel.Get($"checklist-runs/{run}"),
            r => Step(r, "culprit").Text("state") == "done"
        );
        day.Tell($"Checklist {steps.Text("name")}: known flaky? {Step(steps, "flaky").Text("answer")}");
        day.More($"first bad commit: {Step(steps, "culprit").Text("answer")}");
        Day.Check(Step(steps, "culprit").Text("answer").Contains("Ravi"), "the bisect does not name Ravi");
        await day.Mel.Post($"checklist-runs/{run}/steps/author", new { @do = "run" });
        var asked = (await day.As("ravi").Get("outbox?kind=poke&to=ravi")).Items()[^1];
        day.Tell("Mel pokes the author.");
        day.More($"to Ravi: {asked.Text("text")}");
        var poke = asked.Text("link").Split('/')[^1];
        await day.As("ravi").Post($"pokes/{poke}/answer", new { answer = "taken" });
        day.Tell("Ravi answers: taken.");
    }

    static async Task Mend(Day day)
    {
        await day.Jump(10, 36);
        await Push(day, ClinicRole.Mend);
        await day.Until(
            "CI runs the mended main",
            () => day.Board(),
            b => b.Items("lines").All(l => l.Text("rule") != "green")
        );
        day.Tell("Main is green again; the line closed itself.");
    }

    static async Task Recorded(Day day)
    {
        var entry = (await day.Mel.Get("log?duty=engineering&from=2026-11-23")).Items()[0];
        var minutes = entry.Number("red.0.minutes");
        Day.Check(minutes is >= 32 and <= 35, $"33 red minutes should be recorded, not {minutes}");
        day.Tell($"{minutes} red minutes are recorded.");
    }

    static JsonElement Step(JsonElement run, string id) => run.Items("steps").FirstOrDefault(s => s.Text("id") == id);
}
