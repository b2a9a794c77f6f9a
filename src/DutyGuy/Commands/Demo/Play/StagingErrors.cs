using System.Text.Json;
using DutyGuy.Domain;

namespace DutyGuy.Commands.Demo.Play;

/// <summary>11:00: what testers met in staging gets owners; what is old gets written up.</summary>
static class StagingErrors
{
    public static async Task Play(Day day)
    {
        await day.At(11, 0, "Staging");
        await day.Until(
            "Testers visit staging until it breaks in two places",
            () => Lines(day, "staging"),
            lines => Young(lines).Count >= 2 && Old(lines).Count >= 1
        );
        foreach (var line in Young(await Lines(day, "staging")))
            await Asking.Owner(day, line);
        foreach (var line in Old(await Lines(day, "staging")))
            await WriteUp(day, line);
    }

    public static async Task<IReadOnlyList<JsonElement>> Lines(Day day, string rule) =>
        [.. (await day.Board()).Items("lines").Where(l => l.Text("rule") == rule && l.Text("subject").Length > 0)];

    static List<JsonElement> Young(IReadOnlyList<JsonElement> lines) =>
        [.. lines.Where(l => l.Items("actions").Any(a => a.GetString() == "poke"))];

    static List<JsonElement> Old(IReadOnlyList<JsonElement> lines) =>
        [.. lines.Where(l => l.Items("actions").Any(a => a.GetString() == "file ticket"))];

    static async Task WriteUp(Day day, JsonElement line)
    {
        var id = line.Text("subject");
        day.Tell(
            $"{FullStop.Without(line.Text("title"))} ({FullStop.Without(line.Text("why"))}): too old to be fresh in anybody's mind."
        );
        await day.Mel.Post(
            $"errors/{id}/conclusions",
            new
            {
                text = "A doctor on whose list nobody waits: the page asks for the longest wait of nobody. "
                    + "Say “nobody waits” instead. Testers only; no patient sees it yet.",
            }
        );
        var error = await day.Mel.Get($"errors/{id}");
        Day.Check(error.Items("tickets").Count == 1, "no ticket was filed for what Mel found");
        day.Tell($"Mel investigates; ticket {error.Text("tickets.0.id")} is filed, and the line goes.");
    }
}
