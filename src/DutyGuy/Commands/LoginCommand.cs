using System.CommandLine;
using DutyGuy.Commands.Client;

namespace DutyGuy.Commands;

/// <summary><c>duty login</c>: server and token are kept, so that the other verbs need neither.</summary>
static class LoginCommand
{
    public static Command Create() => ServerVerb.Of("login", "Keep the server's address and your token", [], Login);

    static async Task Login(Asked asked)
    {
        var server = asked.Get(ServerAccess.Server) ?? await Answer("Address of the server: ");
        var token = asked.Get(ServerAccess.Token) ?? await Answer("API token: ");
        using var client = new DutyClient(ServerAccess.Address(server), token);
        var duties = await client.Get("duties");
        new StoredLogin(server, token).Write();
        asked.Answer(duties, $"{server} knows you. The token is kept in {StoredLogin.File}, which only you can read.");
    }

    static async Task<string> Answer(string question)
    {
        await Console.Error.WriteAsync(question);
        return await Console.In.ReadLineAsync() is { Length: > 0 } answer
            ? answer.Trim()
            : throw new CommandRefused("Give --server and --token.", CommandRefused.WrongUsage);
    }
}
