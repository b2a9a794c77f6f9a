using System.CommandLine;
using System.Text.Json;
using DutyGuy.Commands.Client;
using DutyGuy.Domain;
using DutyGuy.Web;
using NodaTime;

namespace DutyGuy.Commands;

/// <summary><c>duty board</c>: what to do now, first things first.</summary>
static class BoardCommand
{
    public static Command Create() =>
        ServerVerb.Of("board", "What to do now, first things first", [ServerVerb.Duty], Show);

    static async Task Show(Asked asked)
    {
        var duty = await asked.Duty();
        var board = await asked.Api.Get($"duties/{duty.Id}/board");
        var who = await WhoCommand.Sentence(asked, duty, board.Part("onDuty")!.Value);
        asked.Answer(board, () => Print(asked.Out, who, board));
    }

    static void Print(TextWriter output, string who, JsonElement board)
    {
        if (board.Part("alarm") is { } alarm)
            output.WriteLine(
                $"ALARM: {FullStop.After(alarm.Text("title"))} {alarm.Text("why")} {alarm.Text("advised")}"
            );
        output.WriteLine(who);
        var (lines, now) = (board.Items("lines"), board.Time("now")!.Value);
        if (lines.Count == 0)
            output.WriteLine("All quiet.");
        else
            Printed.Table(
                output,
                ["", "state", "what", "why", "since", "error", "run"],
                lines.Select((l, i) => Row(l, i, now))
            );
        if (board.Items("others") is { Count: > 0 } others)
            output.WriteLine($"{Say.Count(others.Count, "error")} with others.");
        if (board.Items("notWatched") is { Count: > 0 } not)
            output.WriteLine($"Not watched: {Say.List(not.Select(n => n.GetString()!))}.");
    }

    static string[] Row(JsonElement line, int index, Instant now) =>
        [
            $"{index + 1}",
            line.Text("state"),
            line.Text("title"),
            line.Text("why"),
            line.Time("since") is { } since ? Say.Age(now - since) : "",
            line.Text("subject"),
            line.Text("checklistRun"),
        ];
}
