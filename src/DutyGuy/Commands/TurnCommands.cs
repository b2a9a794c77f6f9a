using System.CommandLine;
using DutyGuy.Commands.Client;

namespace DutyGuy.Commands;

/// <summary><c>duty start|end|take-over</c>: the acts on a turn.</summary>
static class TurnCommands
{
    static readonly Option<string> Reason = new("--reason") { Description = "Why it ends early", Required = true };

    public static IEnumerable<Command> Create() =>
        [
            ServerVerb.Of("start", "Start my duty", [ServerVerb.Duty], asked => Act(asked, "start", null)),
            ServerVerb.Of(
                "end",
                "End my duty before its time",
                [Reason, ServerVerb.Duty],
                asked => Act(asked, "end", new { reason = asked.Get(Reason) })
            ),
            ServerVerb.Of(
                "take-over",
                "Take over the duty, at once",
                [ServerVerb.Duty],
                asked => Act(asked, "take-over", null)
            ),
        ];

    static async Task Act(Asked asked, string verb, object? body)
    {
        var duty = await asked.Duty();
        var answer = await asked.Api.Post($"duties/{duty.Id}/{verb}", body);
        asked.Answer(answer, await WhoCommand.Sentence(asked, duty, answer));
    }
}
