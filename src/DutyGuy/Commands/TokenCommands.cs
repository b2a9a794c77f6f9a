using System.CommandLine;
using DutyGuy.Commands.Client;

namespace DutyGuy.Commands;

/// <summary><c>duty tokens list|add|withdraw</c>: programs' ways in.</summary>
static class TokenCommands
{
    static readonly Argument<string> Name = new("name") { Description = "What the token is for" };
    static readonly Option<string> Role = new("--role")
    {
        Description = "viewer, engineer, \"process owner\" or administrator",
        Required = true,
    };
    static readonly Option<string?> Person = new("--person") { Description = "The handle in whose name it acts" };
    static readonly Argument<long> Id = new("id") { Description = "The number of the token" };

    public static Command Create() =>
        new("tokens", "API tokens")
        {
            ServerVerb.Of("list", "Every token, without its secret", [], List),
            ServerVerb.Of("add", "Make a token; its secret is shown once", [Name, Role, Person], Add),
            ServerVerb.Of("withdraw", "Make a token useless", [Id], Withdraw),
        };

    static async Task List(Asked asked)
    {
        var tokens = await asked.Api.Get("tokens");
        string[] fields = ["id", "name", "role", "person", "createdAt", "withdrawnAt"];
        asked.Answer(tokens, () => Printed.Table(asked.Out, fields, tokens.Items().Select(t => t.Texts(fields))));
    }

    static async Task Add(Asked asked)
    {
        var body = new
        {
            name = asked.Get(Name),
            role = asked.Get(Role),
            person = asked.Get(Person),
        };
        var token = await asked.Api.Post("tokens", body);
        asked.Answer(token, token.Text("token"));
    }

    static async Task Withdraw(Asked asked)
    {
        var answer = await asked.Api.Delete($"tokens/{asked.Get(Id)}");
        if (!asked.WantsJson)
            asked.Out.WriteLine($"Token {asked.Get(Id)} is withdrawn.");
        else if (answer.ValueKind != System.Text.Json.JsonValueKind.Undefined)
            asked.Out.WriteLine(answer.GetRawText());
    }
}
