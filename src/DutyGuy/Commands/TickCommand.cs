using System.CommandLine;
using System.Text.Json;
using DutyGuy.Commands.Client;

namespace DutyGuy.Commands;

/// <summary><c>duty tick RUN STEP</c>: done, run, skip or answer a step of a checklist.</summary>
static class TickCommand
{
    static readonly Argument<long> Run = new("run") { Description = "The number of the run, as the board shows it" };
    static readonly Argument<string> Step = new("step") { Description = "The id of the step, for instance announce" };
    static readonly Option<bool> Skip = new("--skip") { Description = "Leave the step out" };
    static readonly Option<string?> Reason = new("--reason")
    {
        Description = "Why it is left out, or why shut gates are passed",
    };
    static readonly Option<string?> Reply = new("--answer") { Description = "The answer to what the step asks" };
    static readonly Option<string?> Confirm = new("--confirm") { Description = "The short commit that ships" };

    public static Command Create() =>
        ServerVerb.Of("tick", "Press a step of a checklist", [Run, Step, Skip, Reason, Reply, Confirm], Tick);

    static async Task Tick(Asked asked)
    {
        var (run, id) = (asked.Get(Run), asked.Get(Step));
        var press = new
        {
            @do = asked.Get(Skip) ? "skip"
            : asked.Get(Reply) is not null ? "answer"
            : Verb(await asked.Api.Get($"checklist-runs/{run}"), id),
            answer = asked.Get(Reply),
            reason = asked.Get(Reason),
            confirm = asked.Get(Confirm),
        };
        var after = await asked.Api.Post($"checklist-runs/{run}/steps/{Uri.EscapeDataString(id)}", press);
        asked.Answer(after, () => Print(asked.Out, after));
    }

    /// <summary>One press: what can run by itself runs, all else is done by hand.</summary>
    static string Verb(JsonElement run, string id) =>
        run.Items("steps").Any(s => s.Text("id") == id && s.Text("kind") == "run" && s.TextOrNull("byHand") is null)
            ? "run"
            : "done";

    static void Print(TextWriter output, JsonElement run)
    {
        output.WriteLine($"{run.Text("name")}{(run.TextOrNull("closedAt") is null ? "" : ", closed")}");
        Printed.Table(
            output,
            ["step", "state", "what", "answer or reason"],
            run.Items("steps")
                .Select(s =>
                    (string[])
                        [s.Text("id"), s.Text("state"), s.Text("text"), s.TextOrNull("answer") ?? s.Text("reason")]
                )
        );
    }
}
