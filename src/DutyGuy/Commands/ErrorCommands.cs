using System.CommandLine;
using DutyGuy.Commands.Client;
using DutyGuy.Domain;

namespace DutyGuy.Commands;

/// <summary><c>duty poke|assign ERROR PERSON</c>.</summary>
static class ErrorCommands
{
    static readonly Argument<long> Error = new("error")
    {
        Description = "The number of the error, as the board shows it",
    };
    static readonly Argument<string> Person = new("person") { Description = "A handle" };

    public static IEnumerable<Command> Create() =>
        [
            ServerVerb.Of(
                "poke",
                "Ask somebody to take an error; it is theirs at once",
                [Error, Person],
                asked => Give(asked, "poke")
            ),
            ServerVerb.Of(
                "assign",
                "Name who owns an error, without asking",
                [Error, Person],
                asked => Give(asked, "assign")
            ),
        ];

    static async Task Give(Asked asked, string verb)
    {
        var (id, person) = (asked.Get(Error), asked.Get(Person));
        var error = await asked.Api.Post($"errors/{id}/{verb}", new { person });
        var owner = error.TextOrNull("assignee") is { } assignee ? await asked.NameOf(assignee) : "nobody";
        asked.Answer(
            error,
            $"{FullStop.Without(error.Text("title"))}: {(verb == "poke" ? "poked" : "owned by")} {owner}."
        );
    }
}
