using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Stories;

namespace DutyGuy.Tests.CommandLine;

/// <summary>Exit codes, where the server is, settings, and what a file or another program gets.</summary>
public class HowItEnds
{
    const char Escape = '\u001b';

    [Theory]
    [InlineData("surve")]
    [InlineData("")]
    [InlineData("end")]
    [InlineData("poke 12")]
    [InlineData("tick one step")]
    [InlineData("who --colour")]
    [InlineData("swap")]
    [InlineData("people import")]
    [InlineData("who --server nowhere")]
    public async Task Wrong_usage_ends_with_2(string arguments)
    {
        var folder = Directory.CreateTempSubdirectory("duty-test-").FullName;
        var terminal = new Terminal(folder, null, null);
        var result = await terminal.Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Directory.Delete(folder, recursive: true);
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Help_is_no_wrong_usage()
    {
        var result = await BuiltProgram.Run(Path.GetTempPath(), "poke", "--help");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain("--server");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_with_how_to_mend_it()
    {
        var result = await BuiltProgram.Run(
            Path.GetTempPath(),
            "who",
            "--server",
            "http://127.0.0.1:1",
            "--token",
            "t"
        );
        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("http://127.0.0.1:1/ does not answer");
        result.Error.ShouldContain("duty serve");
    }

    [Fact]
    public async Task A_login_is_kept_for_its_server_alone_and_readable_by_its_owner_alone()
    {
        await using var duty = await DutyApp.Start(now: RunningDuty.Time(Team.Friday));
        await using var other = await DutyApp.Start(now: RunningDuty.Time(Team.Friday));
        await Team.SetUp(duty, "ann", "mel");
        var bare = Terminal.Bare(duty);
        var address = duty.Address.AbsoluteUri;
        (await bare.Refused("login", "--server", address, "--token", "wrong")).ShouldNotBeEmpty();
        File.Exists(Path.Combine(bare.Folder, "duty", "login.json")).ShouldBeFalse();
        await bare.Says("login", "--server", address, "--token", RunningDuty.BootstrapToken);
        (await bare.Says("who")).ShouldContain("is on duty for Engineering");
        (await bare.Refused("who", "--server", other.Address.AbsoluteUri)).ShouldNotBeEmpty();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path.Combine(bare.Folder, "duty", "login.json"))
                .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task A_file_gets_no_colours_and_no_cut_lines()
    {
        await using var duty = await DutyApp.Start(now: RunningDuty.Time(Team.Friday));
        await Team.SetUp(duty, "ann", "mel");
        await Team.Ci(duty, "failing");
        var board = await Terminal.Admin(duty).Says("board");
        board.ShouldNotContain(Escape);
        board
            .Split('\n')
            .ShouldContain(l => l.Contains(" now ") && l.Contains("Troubleshoot CI", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Settings_say_where_they_come_from_and_keep_secrets()
    {
        var folder = Directory.CreateTempSubdirectory("duty-test-").FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "duty.json"),
            """{"urls": "http://127.0.0.1:1234", "wall-frames": "'self'", "deploy": {"production": {"run": ["./deploy.sh"]}}}"""
        );
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DUTY_PUBLIC_ADDRESS"] = "https://duty.example.com",
            ["DUTY_SECRET"] = "a-secret-of-twenty-letters",
            ["DUTY_URLS"] = "http://127.0.0.1:2345",
        };
        var given = await BuiltProgram.Run(
            folder,
            environment,
            "settings",
            "--json",
            "--database",
            "Host=db;Password=hunter2;Database=duty"
        );
        var text = await BuiltProgram.Run(folder, environment, "settings");
        Directory.Delete(folder, recursive: true);
        var settings = System.Text.Json.JsonElement.Parse(given.MustSucceed().Output).EnumerateArray();
        var from = settings.ToDictionary(s => s.Text("name")!, s => (s.Text("value"), s.Text("from")));
        from["urls"].ShouldBe(("http://127.0.0.1:2345", "environment"));
        from["database"].ShouldBe(("Host=db;Password=(set, not shown);Database=duty", "argument"));
        from["public-address"].ShouldBe(("https://duty.example.com", "environment"));
        from["secret"].ShouldBe(("(set, not shown)", "environment"));
        from["wall-frames"].ShouldBe(("'self'", "duty.json"));
        from["deploy:production:run:0"].ShouldBe(("./deploy.sh", "duty.json"));
        from["folder"].ShouldBe(("duty-data", "default"));
        text.MustSucceed().Output.ShouldContain("duty.json");
        (given.Output + text.Output).ShouldNotContain("hunter2");
        text.Output.ShouldNotContain("twenty-letters");
    }
}
