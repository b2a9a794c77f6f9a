using System.CommandLine;
using System.Text.Json;
using DutyGuy.Commands.Client;

namespace DutyGuy.Commands;

/// <summary><c>duty log [show|write|sign]</c>: the log book.</summary>
static class LogCommands
{
    static readonly Argument<long?> Id = new("id")
    {
        Description = "The number of the entry; else the newest one",
        Arity = ArgumentArity.ZeroOrOne,
    };
    static readonly Option<string?> Search = new("--find") { Description = "List the entries that say these words" };
    static readonly Option<string?> Odd = new("--odd") { Description = "What was odd today" };
    static readonly Option<string?> Tomorrow = new("--tomorrow") { Description = "What the next one must know" };

    public static Command Create()
    {
        var command = ServerVerb.Of("log", "The log book", [ServerVerb.Duty], Show);
        command.Add(ServerVerb.Of("show", "Show an entry, or find some", [Id, Search, ServerVerb.Duty], Show));
        command.Add(
            ServerVerb.Of("write", "Complete an entry of one's own", [Id, Odd, Tomorrow, ServerVerb.Duty], Write)
        );
        command.Add(ServerVerb.Of("sign", "Sign an entry of one's own", [Id, ServerVerb.Duty], Sign));
        return command;
    }

    static async Task Show(Asked asked)
    {
        if (asked.Get(Search) is { } words)
            await Find(asked, words);
        else
            await Print(asked, await asked.Api.Get($"log/{await Entry(asked)}"));
    }

    static async Task Write(Asked asked)
    {
        if (asked.Get(Odd) is null && asked.Get(Tomorrow) is null)
            throw new CommandRefused(
                "Say what was odd (--odd) or what the next one must know (--tomorrow).",
                CommandRefused.WrongUsage
            );
        var id = await Entry(asked);
        var before = await asked.Api.Get($"log/{id}");
        var words = new
        {
            odd = asked.Get(Odd) ?? before.TextOrNull("odd"),
            tomorrow = asked.Get(Tomorrow) ?? before.TextOrNull("tomorrow"),
        };
        await Print(asked, await asked.Api.Patch($"log/{id}", words));
    }

    static async Task Sign(Asked asked) => await Print(asked, await asked.Api.Post($"log/{await Entry(asked)}/sign"));

    static async Task Find(Asked asked, string words)
    {
        var found = await asked.Api.Get($"log?q={Uri.EscapeDataString(words)}{Duty(asked, '&')}");
        asked.Answer(
            found,
            () =>
                Printed.Table(
                    asked.Out,
                    ["id", "date", "duty", "person", "signed"],
                    found
                        .Items()
                        .Select(e =>
                            (string[])
                                [
                                    e.Text("id"),
                                    e.Text("date"),
                                    e.Text("duty"),
                                    e.Text("person"),
                                    e.TextOrNull("signedAt") is null ? "no" : "yes",
                                ]
                        )
                )
        );
    }

    static async Task<long> Entry(Asked asked)
    {
        if (asked.Get(Id) is { } id)
            return id;
        var newest = (await asked.Api.Get("log" + Duty(asked, '?'))).Items().FirstOrDefault();
        return newest.ValueKind == JsonValueKind.Object
            ? newest.GetProperty("id").GetInt64()
            : throw new CommandRefused("The log book has no entry yet.");
    }

    static string Duty(Asked asked, char before) =>
        asked.Get(ServerVerb.Duty) is { } duty ? $"{before}duty={Uri.EscapeDataString(duty)}" : "";

    static async Task Print(Asked asked, JsonElement entry)
    {
        var person = await asked.NameOf(entry.Text("person"));
        asked.Answer(entry, () => EntryText.Print(asked.Out, entry, person));
    }
}
