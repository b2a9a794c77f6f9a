using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using DutyGuy.Commands;
using DutyGuy.Commands.Demo;
using DutyGuy.Tests.Harness;
using Xunit;

namespace DutyGuy.Tests.Demo;

/// <summary>The main job as a stranger runs it. It needs the machine for itself: production answers in real time.</summary>
[CollectionDefinition("Demo", DisableParallelization = true)]
public sealed class DemoCollection;

[Collection("Demo")]
public sealed partial class DemoTests
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
            "as in the morning",
            "Signed by Mel.",
        ];
        foreach (var act in acts)
            played.Output.ShouldContain(act);
        played.Output.ShouldMatch("After minute [123] the watch calls GET /search");
        await WhoWasNamedWroteTheLine(played.Output);
        Folders().Except(before, StringComparer.Ordinal).ShouldBeEmpty();
    }

    /// <summary>For each line of code that is told, git blame (which the product does not use) names who was asked.</summary>
    static async Task WhoWasNamedWroteTheLine(string told)
    {
        await using var clinic = new ClinicWorld();
        await clinic.InitializeAsync();
        var rolledOut = told.IndexOf("Production says of itself", StringComparison.Ordinal);
        var named = NamedLine.Matches(told);
        named.Count.ShouldBeGreaterThanOrEqualTo(3, told);
        foreach (Match one in named)
        {
            var (file, line) = (one.Groups["file"].Value, one.Groups["line"].Value);
            var release = clinic.History[one.Index < rolledOut ? ClinicRole.Release1 : ClinicRole.Release2].Sha;
            var files = (await clinic.Git("ls-tree", "-r", "--name-only", release)).Output.Split('\n');
            var path = files.Single(f => Path.GetFileName(f) == file);
            var blame = await clinic.Git("blame", "--porcelain", "-L", $"{line},{line}", release, "--", path);
            blame.Output.ShouldContain($"\nauthor {one.Groups["who"].Value}\n", Case.Sensitive, one.Value);
        }
    }

    [GeneratedRegex(
        @"^[ \t]*(?<who>\w+): [^\n]*?changed line (?<line>\d+) of (?<file>\S+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex NamedLine { get; }

    [Fact]
    public async Task Stopped_while_it_is_set_up_it_goes_no_further_and_leaves_nothing()
    {
        var (before, listening) = (Folders(), Listening());
        using var stop = new CancellationTokenSource();
        var (demo, said) = Here(stop.Token);
        while (!demo.IsCompleted && !Folders().Except(before).Any(f => File.Exists(Path.Combine(f, "duty.db"))))
            await Task.Delay(20);
        await stop.CancelAsync();
        (await demo).ShouldBe(0);
        said.ToString().ShouldContain("The demo is over; nothing of it is left on this machine.");
        said.ToString().ShouldNotContain("You are Mel");
        Folders().Except(before, StringComparer.Ordinal).ShouldBeEmpty();
        Listening().Except(listening, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public async Task When_it_cannot_be_set_up_it_says_why_its_server_ends_and_nothing_is_left()
    {
        const string objects = "GIT_OBJECT_DIRECTORY";
        var (before, listening) = (Folders(), Listening());
        Environment.SetEnvironmentVariable(objects, "/dev/null");
        try
        {
            var (demo, said) = Here(CancellationToken.None);
            (await demo).ShouldBe(1);
            said.ToString().ShouldContain("The demo cannot go on: git");
        }
        finally
        {
            Environment.SetEnvironmentVariable(objects, null);
        }
        Folders().Except(before, StringComparer.Ordinal).ShouldBeEmpty();
        Listening().Except(listening, StringComparer.Ordinal).ShouldBeEmpty();
    }

    /// <summary>In this process, so that what it leaves open can be seen.</summary>
    static (Task<int> Demo, StringWriter Said) Here(CancellationToken stop)
    {
        var (usual, said) = (Console.Out, new StringWriter());
        Console.SetOut(said);
        try
        {
            return (DutyCommands.Create().Parse(["demo"]).InvokeAsync(cancellationToken: stop), said);
        }
        finally
        {
            Console.SetOut(usual);
        }
    }

    /// <summary>Ports on which this process listens.</summary>
    static List<string> Listening()
    {
        var mine = Directory
            .GetFiles("/proc/self/fd")
            .Select(fd => new FileInfo(fd).LinkTarget ?? "")
            .Where(to => to.StartsWith("socket:[", StringComparison.Ordinal))
            .Select(to => to[8..^1])
            .ToHashSet(StringComparer.Ordinal);
        const string listens = "0A";
        return
        [
            .. File.ReadLines("/proc/self/net/tcp")
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(socket => socket[3] == listens && mine.Contains(socket[9]))
                .Select(socket => socket[1])
                .Order(StringComparer.Ordinal),
        ];
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

    /// <summary>Ctrl-C; and as a service ends, for who was started in the background of a shell never hears Ctrl-C.</summary>
    static async Task End(Process demo)
    {
        using var interrupt = Process.Start("kill", ["-INT", $"{demo.Id}"]);
        var rest = demo.StandardOutput.ReadToEndAsync();
        if (await Task.WhenAny(rest, Task.Delay(TimeSpan.FromSeconds(20))) != rest)
        {
            using var terminate = Process.Start("kill", ["-TERM", $"{demo.Id}"]);
        }
        await demo.WaitForExitAsync();
        await rest;
    }
}
