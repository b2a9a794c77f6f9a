using System.CommandLine;
using System.Text.Json;
using DutyGuy.Commands.Client;

namespace DutyGuy.Commands;

/// <summary><c>duty swap offer|accept|decline|list</c>.</summary>
static class SwapCommands
{
    static readonly Argument<string> Date = new("date")
    {
        Description = "The turn to give away, for instance 2026-11-23",
    };
    static readonly Argument<string> With = new("person") { Description = "The handle of who is asked" };
    static readonly Option<string?> For = new("--for") { Description = "The date taken in return" };
    static readonly Argument<string> Id = new("id") { Description = "The number of the swap" };

    public static Command Create() =>
        new("swap", "Swap a turn")
        {
            ServerVerb.Of("offer", "Ask somebody to take a turn", [Date, With, For, ServerVerb.Duty], Offer),
            ServerVerb.Of("accept", "Agree", [Id], asked => Decide(asked, "accept")),
            ServerVerb.Of("decline", "Say no", [Id], asked => Decide(asked, "decline")),
            ServerVerb.Of("list", "The swaps of a duty, newest first", [ServerVerb.Duty], List),
        };

    static async Task Offer(Asked asked)
    {
        var duty = await asked.Duty();
        var wish = new
        {
            date = asked.Get(Date),
            with = asked.Get(With),
            withDate = asked.Get(For),
        };
        await Show(asked, await asked.Api.Post($"duties/{duty.Id}/swaps", wish));
    }

    static async Task Decide(Asked asked, string verb) =>
        await Show(asked, await asked.Api.Post($"swaps/{Uri.EscapeDataString(asked.Get(Id))}/{verb}"));

    static async Task List(Asked asked)
    {
        var swaps = await asked.Api.Get($"duties/{(await asked.Duty()).Id}/swaps");
        asked.Answer(
            swaps,
            () =>
                Printed.Table(
                    asked.Out,
                    ["id", "state", "date", "from", "with", "in return"],
                    swaps.Items().Select(s => s.Texts("id", "state", "date", "from", "with", "withDate"))
                )
        );
    }

    static async Task Show(Asked asked, JsonElement swap)
    {
        var (from, with) = (await asked.NameOf(swap.Text("from")), await asked.NameOf(swap.Text("with")));
        var back = swap.TextOrNull("withDate") is null ? "" : $", {from} takes {swap.Day("withDate")}";
        asked.Answer(
            swap,
            $"Swap {swap.Text("id")} is {swap.Text("state")}: {with} takes {swap.Day("date")} of {from}{back}."
        );
    }
}
