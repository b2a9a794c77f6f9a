using System.CommandLine;
using System.Text.Json;
using DutyGuy.Commands.Client;
using DutyGuy.Web;
using NodaTime;

namespace DutyGuy.Commands;

/// <summary><c>duty people add HANDLE</c>: who joins has a first turn at once, and this says when.</summary>
static class PeopleAdd
{
    const int DaysAhead = 400;

    static readonly Argument<string> Handle = new("handle") { Description = "For instance mel" };
    static readonly Option<string?> Name = new("--name");
    static readonly Option<string[]> Email = new("--email")
    {
        Description = "As in the commits; may be given more than once",
    };
    static readonly Option<string?> Joined = new("--joined") { Description = "First day; today when left out" };
    static readonly Option<string?> Zone = new("--zone") { Description = "For instance Europe/Paris" };
    static readonly Option<string?> Holidays = new("--holidays")
    {
        Description = "Whose public holidays they have, for instance FR or DE-BY",
    };
    static readonly Option<string?> Team = new("--team");
    static readonly Option<string?> Role = new("--role")
    {
        Description = "viewer, engineer (when left out), \"process owner\" or administrator",
    };

    public static Command Create() =>
        ServerVerb.Of(
            "add",
            "Add a person to the team",
            [Handle, Name, Email, Joined, Zone, Holidays, Team, Role],
            Add
        );

    static async Task Add(Asked asked)
    {
        var body = new
        {
            handle = asked.Get(Handle),
            name = asked.Get(Name),
            emails = asked.Get(Email),
            joinedOn = asked.Get(Joined),
            zone = asked.Get(Zone),
            holidays = asked.Get(Holidays),
            team = asked.Get(Team),
            role = asked.Get(Role),
        };
        var person = await asked.Api.Post("people", body);
        var turns = asked.WantsJson ? [] : await FirstTurns(asked, person);
        asked.Answer(
            person,
            string.Join(' ', [$"{person.Text("name")} is in the team from {person.Day("joinedOn")}.", .. turns])
        );
    }

    static async Task<List<string>> FirstTurns(Asked asked, JsonElement person)
    {
        var sentences = new List<string>();
        foreach (var duty in (await asked.Api.Get("duties")).Items())
            if (await FirstTurn(asked, DutyShown.Of(duty), person) is { } sentence)
                sentences.Add(sentence);
        var duties = (await asked.Api.Get("duties")).Items();
        if (duties.Count > 0 && duties.All(d => !TakesPart(d, person)))
            sentences.Add(
                person.Text("role") == "viewer"
                    ? "Viewers are in no rota."
                    : $"In no duty: {Say.List(duties.Select(d => d.Text("name")))} name{(duties.Count == 1 ? "s" : "")} who takes part; a process owner adds them there."
            );
        return sentences;
    }

    static bool TakesPart(JsonElement duty, JsonElement person) =>
        duty.Items("members") is { Count: > 0 } members
            ? members.Any(m => m.GetString() == person.Text("handle"))
            : person.Text("role") != "viewer";

    static async Task<string?> FirstTurn(Asked asked, DutyShown duty, JsonElement person)
    {
        var now = (await asked.Api.Get($"duties/{duty.Id}/board")).Time("now")!.Value.InZone(duty.Zone).Date;
        var from = LocalDate.Max(now, person.Date("joinedOn")!.Value);
        var rota = (
            await asked.Api.Get(
                $"duties/{duty.Id}/rota?from={from:uuuu-MM-dd}&to={from.PlusDays(DaysAhead):uuuu-MM-dd}"
            )
        ).Items();
        var handle = person.Text("handle");
        var turn = rota.FirstOrDefault(i => i.Text("person") == handle);
        if (turn.ValueKind != JsonValueKind.Object)
            return null;
        var shadow = rota.FirstOrDefault(i => i.Text("shadow") == handle);
        var before = shadow.ValueKind == JsonValueKind.Object ? $", shadow day before it: {shadow.Day("date")}" : "";
        return $"First turn ({Say.DutyWord(duty.Name)}): {turn.Day("date")}{before}.";
    }
}
