using System.Text.Json;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.CommandLine;

/// <summary>A person's terminal: the built program, their token in the environment, a home folder of its own.</summary>
public sealed class Terminal(string folder, string? server, string? token)
{
    /// <summary>A person of the team; who is not there yet joins.</summary>
    public static async Task<Terminal> Of(DutyApp duty, string handle, string role = "engineer")
    {
        if ((await duty.Send(HttpMethod.Get, $"people/{handle}")).Status == System.Net.HttpStatusCode.NotFound)
            await duty.Post("people", new { handle, role });
        var made = await duty.Post(
            "tokens",
            new
            {
                name = $"terminal of {handle}",
                role,
                person = handle,
            }
        );
        return At(duty, handle, made.Text("token"));
    }

    /// <summary>The administrator's terminal.</summary>
    public static Terminal Admin(DutyApp duty) => At(duty, "admin", RunningDuty.BootstrapToken);

    /// <summary>A terminal that knows no server.</summary>
    public static Terminal Bare(DutyApp duty) => new(Home(duty, "bare"), null, null);

    public string Folder => folder;

    public Task<CliResult> Run(params string[] arguments)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["XDG_CONFIG_HOME"] = folder };
        if (server is not null)
            environment["DUTY_SERVER"] = server;
        if (token is not null)
            environment["DUTY_TOKEN"] = token;
        return BuiltProgram.Run(folder, environment, arguments);
    }

    /// <summary>What a verb says when it is done.</summary>
    public async Task<string> Says(params string[] arguments) => (await Run(arguments)).MustSucceed().Output;

    /// <summary>The answer for programs.</summary>
    public async Task<JsonElement> Json(params string[] arguments) =>
        JsonElement.Parse(await Says([.. arguments, "--json"]));

    /// <summary>The sentence of a refusal: exit code 1, nothing on standard output.</summary>
    public async Task<string> Refused(params string[] arguments)
    {
        var result = await Run(arguments);
        result.ExitCode.ShouldBe(1, result.ToString());
        result.Output.ShouldBeEmpty();
        return result.Error;
    }

    static Terminal At(DutyApp duty, string who, string? token) =>
        new(Home(duty, who), duty.Address.AbsoluteUri, token);

    static string Home(DutyApp duty, string who) =>
        Directory.CreateDirectory(Path.Combine(duty.Folder, "home-" + who)).FullName;
}
