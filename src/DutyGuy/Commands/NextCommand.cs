using System.CommandLine;
using System.Text.Json;
using DutyGuy.Commands.Client;
using DutyGuy.Domain;

namespace DutyGuy.Commands;

/// <summary><c>duty next</c>: the first line of the board, and what to press.</summary>
static class NextCommand
{
    public static Command Create() =>
        ServerVerb.Of("next", "The one next thing, and what to press", [ServerVerb.Duty], Show);

    static async Task Show(Asked asked)
    {
        var duty = await asked.Duty();
        var board = await asked.Api.Get($"duties/{duty.Id}/board");
        var first = board.Items("lines").FirstOrDefault();
        if (first.ValueKind != JsonValueKind.Object)
        {
            asked.Answer(board, await Nothing(asked, duty, board.Part("onDuty")!.Value));
            return;
        }
        var press = await Press(asked, first);
        asked.Answer(first, $"{FullStop.After(first.Text("title"))} {first.Text("why")}{Environment.NewLine}  {press}");
    }

    static async Task<string> Nothing(Asked asked, DutyShown duty, JsonElement onDuty) =>
        onDuty.TextOrNull("person") is null ? await WhoCommand.Sentence(asked, duty, onDuty) : "All quiet.";

    static async Task<string> Press(Asked asked, JsonElement line)
    {
        if (line.TextOrNull("rollout") is { } rollout)
            return $"duty rollout status {rollout}: then `duty rollout keep {rollout}` or `duty rollout roll-back {rollout}`";
        if (line.TextOrNull("checklistRun") is { } run)
            return StepToDo(run, await asked.Api.Get($"checklist-runs/{run}"));
        var actions = line.Items("actions").Select(a => a.GetString()).ToList();
        if (actions.Contains(DutyGuy.Domain.AfterRollBack.SayWhatMended))
            return "duty rollout mended COMMIT";
        if (line.TextOrNull("subject") is not { } error)
            return asked.Api.Page("");
        return actions.Contains("poke") || line.TextOrNull("person") is not null
            ? await Poke(asked, line, error)
            : $"Write down what you find: {asked.Api.Page("triage")}";
    }

    static string StepToDo(string run, JsonElement checklist)
    {
        var step = checklist.Items("steps").FirstOrDefault(s => s.Text("state") is not ("done" or "skipped"));
        return step.ValueKind == JsonValueKind.Object
            ? $"{step.Text("text")}{Environment.NewLine}  duty tick {run} {step.Text("id")}{Needs(step)}"
            : "Every step is done; the line closes by itself.";
    }

    static string Needs(JsonElement step) =>
        step.Text("kind") == "ask" ? $" --answer “{step.Text("does")}”"
        : step.Text("confirm") == "true" && step.TextOrNull("byHand") is null
            ? " --confirm COMMIT   (duty rollout shows the commit)"
        : "";

    static async Task<string> Poke(Asked asked, JsonElement line, string error)
    {
        if (line.TextOrNull("person") is { } owner)
            return $"duty poke {error} {owner}";
        var ranked = (await asked.Api.Get($"errors/{error}/suggestions")).Items();
        var best = ranked.FirstOrDefault(s => s.TextOrNull("absent") is null);
        return best.ValueKind == JsonValueKind.Object
            ? $"duty poke {error} {best.Text("person")}   ({string.Join("; ", best.Items("reasons").Select(r => r.GetString()))})"
            : $"duty poke {error} PERSON";
    }
}
