using System.Text.Json;
using DutyGuy.Domain;

namespace DutyGuy.Commands.Demo.Play;

/// <summary>Poke and assign: the best candidate who is there, with the software's reasons; they take it.</summary>
static class Asking
{
    public static async Task<string> Owner(Day day, JsonElement line)
    {
        var id = line.Text("subject");
        var suggestions = await day.Until(
            "The software asks the history who knows this",
            () => day.Mel.Get($"errors/{id}/suggestions"),
            s => s.Items().Any(IsThere)
        );
        var best = suggestions.Items().First(IsThere);
        var person = best.Text("person");
        day.Tell($"{FullStop.Without(line.Text("title"))} ({FullStop.Without(line.Text("why"))}).");
        day.More($"{DemoTeam.Name(person)}: {string.Join("; ", best.Items("reasons").Select(r => r.GetString()))}");
        await day.Mel.Post($"errors/{id}/poke", new { person });
        var error = await day.Mel.Get($"errors/{id}");
        Day.Check(error.Text("assignee") == person, $"{person} was poked, but {error.Text("assignee")} owns it");
        await day.As(person).Post($"pokes/{error.Items("pokes")[^1].Text("id")}/answer", new { answer = "taken" });
        var taken = await day.Mel.Get($"errors/{id}");
        Day.Check(taken.Text("ownership") == "taken", "the answer “taken” did not arrive");
        day.Tell($"Mel presses poke and assign; {DemoTeam.Name(person)} answers: taken, due {taken.Text("dueOn")}.");
        return person;
    }

    static bool IsThere(JsonElement suggestion) =>
        suggestion.Text("absent").Length == 0 && suggestion.Text("person") != "mel";
}
