using System.CommandLine;

namespace DutyGuy.Commands.Client;

/// <summary>A verb that asks a server: exit code 0 done, 1 refused with the reason on standard error, 2 wrong usage.</summary>
static class ServerVerb
{
    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Answer with the API's JSON, for programs",
    };

    public static readonly Option<string?> Duty = new("--duty") { Description = "Which duty, when there are several" };

    public static Command Of(string name, string what, IReadOnlyList<Symbol> parts, Func<Asked, Task> act)
    {
        var command = new Command(name, what);
        foreach (var part in parts)
            Add(command, part);
        foreach (var option in new Option[] { ServerAccess.Server, ServerAccess.Token, Json })
            command.Options.Add(option);
        command.SetAction(parsed => Run(parsed, act));
        return command;
    }

    static void Add(Command command, Symbol part)
    {
        if (part is Argument argument)
            command.Arguments.Add(argument);
        else
            command.Options.Add((Option)part);
    }

    static async Task<int> Run(ParseResult parsed, Func<Asked, Task> act)
    {
        try
        {
            using var client = ServerAccess.Client(parsed);
            await act(new Asked(parsed, client));
            return 0;
        }
        catch (CommandRefused refused)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(refused.Message);
            return refused.ExitCode;
        }
    }
}
