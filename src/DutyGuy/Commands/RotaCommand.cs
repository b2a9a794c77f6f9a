using System.CommandLine;
using System.Text.Json;
using DutyGuy.Commands.Client;

namespace DutyGuy.Commands;

/// <summary><c>duty rota</c>: who has which turn.</summary>
static class RotaCommand
{
    static readonly Option<string?> From = new("--from") { Description = "First date; today when left out" };
    static readonly Option<string?> To = new("--to") { Description = "Last date; four weeks later when left out" };

    public static Command Create()
    {
        var rota = ServerVerb.Of("rota", "Who has which turn", [From, To, ServerVerb.Duty], Show);
        rota.Add(Rota.RotaImportCommand.Create());
        rota.Add(Rota.RotaPlanCommand.Create());
        rota.Add(Rota.RotaCheckCommand.Create());
        rota.Add(Rota.RotaAtCommand.Create());
        rota.Add(Rota.RotaSimulateCommand.Create());
        return rota;
    }

    static async Task Show(Asked asked)
    {
        var duty = await asked.Duty();
        var rota = await asked.Api.Get($"duties/{duty.Id}/rota{Query(asked)}");
        var rows = new List<string[]>();
        foreach (var item in rota.Items())
            rows.Add(await Row(asked, duty, item));
        asked.Answer(rota, () => Printed.Table(asked.Out, ["day", "on duty", "shadow", "from", "to", "why"], rows));
    }

    static string Query(Asked asked)
    {
        var parts = new[] { ("from", asked.Get(From)), ("to", asked.Get(To)) }
            .Where(p => p.Item2 is not null)
            .Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}");
        return "?" + string.Join('&', parts);
    }

    static async Task<string[]> Row(Asked asked, DutyShown duty, JsonElement item) =>
        [
            item.Day("date"),
            item.TextOrNull("person") is { } person ? await asked.NameOf(person) : "nobody",
            item.TextOrNull("shadow") is { } shadow ? await asked.NameOf(shadow) : "",
            Web.Say.Time(item.Time("from")!.Value, duty.Zone),
            Web.Say.Time(item.Time("to")!.Value, duty.Zone),
            item.Text("why"),
        ];
}
