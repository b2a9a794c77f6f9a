using System.Diagnostics;
using System.Net;
using DutyGuy.Tests.Harness;
using Xunit;

namespace DutyGuy.Tests.Demo;

/// <summary>The main job as a stranger runs it. It needs the machine for itself: production answers in real time.</summary>
[CollectionDefinition("Demo", DisableParallelization = true)]
public sealed class DemoCollection;

[Collection("Demo")]
public sealed class DemoTests
{
    [Fact]
    public async Task The_living_demo_signs_in_as_Mel_lets_one_act_as_others_and_leaves_nothing()
    {
        var before = Folders();
        using var demo = BuiltProgram.Start(Path.GetTempPath(), null, ["demo"]);
        var address = await Address(demo);
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() });
        var board = await http.GetStringAsync(address);
        board.ShouldContain("Mel");
        board.ShouldContain("action=\"/demo/act-as\"");
        var lea = await ActAs(http, address, board, "lea");
        lea.ShouldContain("<option value=\"lea\" selected>");
        (await http.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Gone, "the address works once");
        await End(demo);
        demo.ExitCode.ShouldBe(0);
        Folders().Except(before, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_whole_day_is_played_to_its_log_entry()
    {
        var before = Folders();
        var played = await BuiltProgram.Run(Path.GetTempPath(), "demo", "--play");
        played.MustSucceed();
        string[] acts =
        [
            "Troubleshoot CI",
            "first bad commit",
            "ticket 1 is filed",
            "No error waits for an owner any more.",
            "The check is done for today.",
            "No rollout line yet.",
            "Production says of itself",
            "Slower since the switch: GET /search",
            "as in the morning",
            "Signed by Mel.",
        ];
        foreach (var act in acts)
            played.Output.ShouldContain(act);
        Folders().Except(before, StringComparer.Ordinal).ShouldBeEmpty();
    }

    static string[] Folders() => Directory.GetDirectories(Path.GetTempPath(), "duty-demo-*");

    static async Task<Uri> Address(Process demo)
    {
        while (await demo.StandardOutput.ReadLineAsync() is { } line)
            if (line.Contains("/welcome/", StringComparison.Ordinal))
                return new Uri(line.Trim());
        throw new InvalidOperationException(
            $"The demo ended without an address: {await demo.StandardError.ReadToEndAsync()}"
        );
    }

    static async Task<string> ActAs(HttpClient http, Uri address, string page, string person)
    {
        const string mark = "name=\"__RequestVerificationToken\" value=\"";
        var from = page.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = WebUtility.HtmlDecode(page[from..page.IndexOf('"', from)]),
                ["person"] = person,
            }
        );
        using var answer = await http.PostAsync(new Uri(address, "/demo/act-as"), form);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Ctrl-C.</summary>
    static async Task End(Process demo)
    {
        using var kill = Process.Start("kill", ["-INT", $"{demo.Id}"]);
        var rest = demo.StandardOutput.ReadToEndAsync();
        await demo.WaitForExitAsync();
        await rest;
    }
}
