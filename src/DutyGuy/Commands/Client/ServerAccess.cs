using System.CommandLine;

namespace DutyGuy.Commands.Client;

/// <summary>Which server, and as whom: arguments win over the environment, that over <c>duty login</c>.</summary>
static class ServerAccess
{
    const string HereByDefault = "http://127.0.0.1:5170";

    public static readonly Option<string?> Server = new("--server")
    {
        Description = $"The server's address; else DUTY_SERVER, else “duty login”, else {HereByDefault}",
    };

    public static readonly Option<string?> Token = new("--token")
    {
        Description = "Your API token; else DUTY_TOKEN, else “duty login”",
    };

    public static DutyClient Client(ParseResult parsed)
    {
        var stored = StoredLogin.Read();
        var server = Address(parsed.GetValue(Server) ?? Variable("DUTY_SERVER") ?? stored?.Server ?? HereByDefault);
        // A stored token goes to the server it was stored for, and to no other.
        var own = stored is not null && Address(stored.Server) == server ? stored.Token : null;
        return new DutyClient(server, parsed.GetValue(Token) ?? Variable("DUTY_TOKEN") ?? own);
    }

    public static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new CommandRefused(
                $"“{text}” is not an address. Write for instance https://duty.example.com.",
                CommandRefused.WrongUsage
            );

    static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
