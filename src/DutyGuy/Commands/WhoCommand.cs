using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using DutyGuy.Commands.Client;

namespace DutyGuy.Commands;

/// <summary><c>duty who</c>: who is on duty, now or at an instant.</summary>
static class WhoCommand
{
    static readonly Option<string?> At = new("--at") { Description = "An instant, for instance 2026-11-23T16:00:00Z" };

    public static Command Create() => ServerVerb.Of("who", "Who is on duty", [At, ServerVerb.Duty], Who);

    static async Task Who(Asked asked)
    {
        var answers = new List<(DutyShown Duty, JsonElement Answer)>();
        foreach (var duty in await asked.Duties())
            answers.Add((duty, await asked.Api.Get($"duties/{duty.Id}/on-duty" + Query(asked.Get(At)))));
        if (asked.WantsJson)
            asked.Out.WriteLine(asked.Get(ServerVerb.Duty) is null ? All(answers) : answers[0].Answer.GetRawText());
        else
            foreach (var (duty, answer) in answers)
                asked.Out.WriteLine(await Sentence(asked, duty, answer));
    }

    /// <summary>Mel is on duty for Engineering until Monday 23 November 18:00. Next: Tom, from Tuesday 24 November 09:00.</summary>
    public static async Task<string> Sentence(Asked asked, DutyShown duty, JsonElement answer)
    {
        var next = answer.Part("next") is { } then
            ? $" Next: {await asked.NameOf(then.Text("person"))}, from {duty.When(then.Time("from"))}."
            : " Nobody is next: the rota needs people.";
        if (answer.TextOrNull("person") is not { } person)
            return $"Nobody is on duty for {duty.Name}.{next}";
        var until = answer.Time("to") is { } to ? $" until {duty.When(to)}" : "";
        return $"{await asked.NameOf(person)} is on duty for {duty.Name}{until}.{next}";
    }

    static string Query(string? at) => at is null ? "" : "?at=" + Uri.EscapeDataString(at);

    /// <summary>A list as the API writes them; each item says its duty first.</summary>
    static string All(List<(DutyShown Duty, JsonElement Answer)> answers)
    {
        var items = answers.Select(a => (JsonNode)With(a.Duty.Id, JsonObject.Create(a.Answer)!)).ToArray();
        return new JsonObject
        {
            ["items"] = new JsonArray(items),
            ["total"] = items.Length,
            ["next"] = null,
        }.ToJsonString();
    }

    static JsonObject With(string duty, JsonObject answer)
    {
        answer.Insert(0, "duty", duty);
        return answer;
    }
}
