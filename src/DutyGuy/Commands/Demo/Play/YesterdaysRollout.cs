using System.Text.Json;

namespace DutyGuy.Commands.Demo.Play;

/// <summary>12:00: did the rollout of the day before slow anything down?</summary>
static class YesterdaysRollout
{
    public static async Task Play(Day day)
    {
        await day.At(12, 0, "The last rollout");
        var board = await day.Board();
        var line = board.Items("lines").FirstOrDefault(l => l.Text("rule") == "performance");
        Day.Check(line.Number("checklistRun") > 0, "the board does not ask for the performance check");
        var run = line.Text("checklistRun");
        var top = (await day.Mel.Get($"checklist-runs/{run}")).Items("steps").First(s => s.Text("id") == "top");
        Day.Check(top.Text("answer").Length > 0, "the comparison says nothing");
        day.Tell($"The check of the last rollout: {top.Text("answer")}");
        var last = (await day.Mel.Get("rollouts")).Items().First(r => r.Text("environment") == "production");
        var compared = await day.Mel.Get($"rollouts/{last.Text("id")}/performance");
        foreach (var slower in compared.Items().Where(i => i.Yes("regressed")))
            await Judge(day, last.Text("id"), slower);
        await day.Mel.Post($"checklist-runs/{run}/steps/real", new { @do = "answer", answer = "judged" });
        await day.Until(
            "The check closes",
            () => day.Board(),
            b => b.Items("lines").All(l => l.Text("rule") != "performance")
        );
        day.Tell("The check is done for today.");
    }

    static async Task Judge(Day day, string rollout, JsonElement slower)
    {
        var endpoint = slower.Text("endpoint");
        await day.Mel.Post(
            $"rollouts/{rollout}/judgements",
            new
            {
                endpoint,
                judgement = "real",
                owner = "jo",
            }
        );
        day.More(slower.Text("why"));
        day.Tell($"Mel judges {endpoint}: real; Jo owns it.");
    }
}
