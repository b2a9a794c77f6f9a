using System.Net;
using System.Net.Sockets;
using DutyGuy.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Tests.StaysUp;

/// <summary>What a person can get wrong at the start is told: what, where, how to mend. Exit code 1, no trace.</summary>
public sealed class ClearErrors : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("duty-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public Task No_server_of_the_database() =>
        Told(
            ["--database", "Host=127.0.0.1;Port=1;Username=duty;Password=dont-show-me;Database=duty"],
            "PostgreSQL cannot be reached at 127.0.0.1:1 (database duty)",
            "Is it running"
        );

    [Fact]
    public async Task No_such_database_or_user()
    {
        await using var place = await TestDatabase.Create(DatabaseKind.Postgres);
        await Told(
            ["--database", place.Connection.Replace("Database=", "Database=no_")],
            "no such database",
            "createdb"
        );
        await Told(
            ["--database", place.Connection.Replace("Username=duty", "Username=eve")],
            "does not let us in",
            "eve"
        );
    }

    [Fact]
    public Task No_folder_for_the_file() =>
        Told(["--database", "Data Source=nowhere/duty.db"], "There is no folder", "mkdir -p");

    [Fact]
    public Task A_folder_in_place_of_the_file() => Told(["--database", "Data Source=."], "is a folder", "--database");

    [Fact]
    public Task No_connection_string() => Told(["--database", "duty.db"], "cannot be read", "Data Source=duty.db");

    [Fact]
    public async Task A_file_that_is_no_database()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "notes.txt"), new string('x', 5000));
        await Told(["--database", "Data Source=notes.txt"], "notes.txt is not a database", "not touched");
    }

    [Fact]
    public async Task A_port_that_is_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await Told(["--urls", $"http://127.0.0.1:{port}"], "The port is taken", $"{port}", "--urls");
    }

    [Fact]
    public Task No_address() => Told(["--urls", "nonsense"], "urls");

    [Fact]
    public async Task A_setting_that_there_is_not()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "duty.json"), """{ "databse": "x" }""");
        await Told([], "“databse”", "Did you mean “database”?");
    }

    [Fact]
    public async Task A_broken_file_of_settings()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "duty.json"), "{\n  \"urls\": \"x\"\n  \"folder\": 1\n}");
        await Told([], "duty.json is not JSON: line 3");
    }

    [Fact]
    public async Task A_key_that_is_too_short()
    {
        var result = await Serve([], new() { ["DUTY_SECRET"] = "short" });
        result.Error.ShouldContain("openssl rand");
    }

    [Fact]
    public async Task Another_key_than_before_and_the_way_on_when_it_is_lost()
    {
        await using var duty = await DutyProcess.Start();
        await duty.Api.Post(
            "connections",
            new
            {
                kind = "webhook",
                name = "chat",
                settings = new { url = "https://chat.example/x" },
            }
        );
        await duty.Api.Post("people", new { handle = "mel" });
        await duty.Api.Post("people/mel/calendar", new { url = "https://127.0.0.1:1/vacation.ics" });
        await duty.Api.Nobody.Page("/sign-in");
        await duty.Kill();
        File.Delete(Path.Combine(duty.Folder, "duty.db.key"));
        var result = await BuiltProgram.Run(duty.Folder, "serve", "--database", duty.Connection);
        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("sealed with another key");
        await duty.Restart("--forget-secrets");
        (await duty.Api.Get("connections")).Items().Count.ShouldBe(1);
        var calendar = await duty.Api.Post("people/mel/calendar/refresh");
        calendar.Text("lastFailure")!.ShouldEndWith("Enter the address anew.");
    }

    [Fact]
    public async Task A_stored_playbook_that_cannot_be_read_any_more()
    {
        await using var duty = await DutyProcess.Start();
        await duty.Api.Post("duties", new { id = "engineering", playbook = "engineering" });
        await duty.Kill();
        await using (var db = Rows.Of(DatabaseKind.Sqlite, duty.Connection))
        {
            var files = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["duty.md"] = "# Duty\n\n- zone: Mars\n",
            };
            var version = await db.PlaybookVersions.AsNoTracking().SingleAsync();
            db.Update(version with { Files = files });
            await db.SaveChangesAsync();
        }
        var result = await BuiltProgram.Run(duty.Folder, "serve", "--database", duty.Connection);
        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("The playbook of engineering, version 1, cannot be read");
        result.Error.ShouldContain("of duty.md");
    }

    [Fact]
    public async Task The_test_clock_is_told_loudly()
    {
        await using var duty = await DutyProcess.Start();
        duty.Said.ShouldContain("TEST CLOCK");
    }

    async Task Told(string[] arguments, params string[] words)
    {
        var result = await Serve(arguments, []);
        result.ExitCode.ShouldBe(1, result.Error);
        foreach (var word in words)
            result.Error.ShouldContain(word);
        (result.Output + result.Error).ShouldNotContain("   at ");
        result.Error.ShouldNotContain("dont-show-me");
    }

    Task<CliResult> Serve(string[] arguments, Dictionary<string, string> environment)
    {
        environment.TryAdd("DUTY_URLS", "http://127.0.0.1:0");
        return BuiltProgram.Run(folder, environment, ["serve", .. arguments]);
    }
}
