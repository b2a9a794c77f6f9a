using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Intake;

namespace DutyGuy.Tests.StaysUp;

/// <summary><c>duty backup</c> and <c>duty restore</c> beside a running server.</summary>
public class BackupStory
{
    const string Maps = "projects/1/source-maps";

    [Theory, OnBothDatabases]
    public async Task While_the_server_runs_a_backup_moves_it_to_the_other_database_and_brings_everything_back(
        DatabaseKind database
    )
    {
        await using var duty = await DutyProcess.Start(database);
        var sender = await Busy(duty);
        await Backup(duty);
        var before = await Everything(duty);
        var other = database == DatabaseKind.Sqlite ? DatabaseKind.Postgres : DatabaseKind.Sqlite;
        await MovesTo(other, duty, before);
        if (database == DatabaseKind.Sqlite)
            await IsRefused(duty);
        await duty.Api.Post("people", new { handle = "eve" });
        await sender.Error("Later");
        await Restore(duty, "--replace");
        (await Everything(duty)).ShouldBe(before);
        // It goes on: new numbers do not meet old ones, and the sender is still known.
        await duty.Api.Post("people", new { handle = "zoe" });
        await sender.Error("AfterTheRestore");
        (await duty.Api.Get("errors")).Items().Count.ShouldBe(2);
    }

    static async Task MovesTo(DatabaseKind other, DutyProcess old, string everything)
    {
        await using var fresh = await DutyProcess.Start(other);
        File.Copy(Path.Combine(old.Folder, "backup.zip"), Path.Combine(fresh.Folder, "backup.zip"));
        (await Restore(fresh)).Output.ShouldContain("Start it again");
        await fresh.Restart();
        await fresh.Api.SetClock("2026-11-23T08:00:00Z");
        (await Everything(fresh)).ShouldBe(everything);
    }

    /// <summary>What is in use is not overwritten unasked, and what is no backup is told.</summary>
    static async Task IsRefused(DutyProcess duty)
    {
        var refused = await duty.Run("restore", "backup.zip", "--database", duty.Connection);
        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldContain("--replace");
        await File.WriteAllTextAsync(Path.Combine(duty.Folder, "notes.txt"), "no zip");
        (await duty.Run("restore", "notes.txt", "--database", duty.Connection)).Error.ShouldContain("is no backup");
        (await duty.Run("restore", "nothing.zip", "--database", duty.Connection)).Error.ShouldContain("no file");
        (await duty.Api.Get("people")).Items().ShouldNotBeEmpty();
    }

    static async Task<Sender> Busy(DutyProcess duty)
    {
        await duty.Api.SetClock("2026-11-23T08:00:00Z");
        foreach (var handle in new[] { "ann", "mel" })
            await duty.Api.Post("people", new { handle });
        await duty.Api.Post("duties", new { id = "engineering", playbook = "engineering" });
        await duty.Api.Post(
            "signals/ci",
            new
            {
                repository = "shop",
                branch = "main",
                commit = "aaaaaaa100000000000000000000000000000000",
                status = "failing",
            }
        );
        var sender = await Sender.Of(duty.Api);
        await sender.Error("Timeout");
        await duty.Api.Put(
            $"{Maps}?release=shop@1&file=app.js",
            new
            {
                version = 3,
                sources = Array.Empty<string>(),
                mappings = "A",
            }
        );
        return sender;
    }

    static async Task Backup(DutyProcess duty)
    {
        (await duty.Run("backup", "backup.zip", "--database", duty.Connection)).MustSucceed();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path.Combine(duty.Folder, "backup.zip"))
                .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    static async Task<CliResult> Restore(DutyProcess duty, params string[] more) =>
        (await duty.Run(["restore", "backup.zip", "--database", duty.Connection, .. more])).MustSucceed();

    static async Task<string> Everything(DutyProcess duty)
    {
        var all = new List<string>();
        foreach (
            var path in new[]
            {
                "people",
                "duties",
                "duties/engineering/board",
                "duties/engineering/facts",
                "log",
                Maps,
            }
        )
            all.Add((await duty.Api.Send(HttpMethod.Get, path)).MustBeGood().Text);
        all.Add((await duty.Api.Get("errors")).Items().Count.ToString());
        return string.Join('\n', all);
    }
}
