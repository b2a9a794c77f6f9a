using DutyGuy.Tests.Harness;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Tests.StaysUp;

/// <summary>The tables come from migrations, one set for each database.</summary>
public class MigrationsTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public void The_migrations_make_the_tables_of_the_model(DatabaseKind kind)
    {
        using var db = Rows.Of(kind, kind == DatabaseKind.Postgres ? "Host=nowhere" : "Data Source=:memory:");
        db.Database.HasPendingModelChanges()
            .ShouldBeFalse(
                $"""
                The model has changed. Add a migration to each set (docs/development.md):
                  dotnet ef migrations add NAME --project src/DutyGuy --context {kind}DutyDb --output-dir Store/Migrations/{kind}
                """
            );
    }

    [Theory, OnBothDatabases]
    public async Task Two_servers_started_at_once_on_an_empty_database_both_run(DatabaseKind kind)
    {
        await using var place = await TestDatabase.Create(kind);
        var servers = await Task.WhenAll(DutyProcess.On(place), DutyProcess.On(place));
        foreach (var server in servers)
        {
            (await server.Api.Nobody.Page("/health/ready")).ShouldBe("ready");
            await server.Kill();
        }
        await using var db = Rows.Of(kind, place.Connection);
        (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
        (await db.Tokens.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Before_a_migration_the_file_is_copied_and_the_last_two_copies_are_kept()
    {
        await using var place = await TestDatabase.Create(DatabaseKind.Sqlite);
        await Run(place.Connection, "CREATE TABLE notes (text TEXT)");
        foreach (var old in new[] { "20190101000000_A", "20190201000000_B" })
            await File.WriteAllTextAsync($"{place.Folder}/duty.db.before-{old}", "old");
        await using (await DutyProcess.On(place)) { }
        var copies = Directory.GetFiles(place.Folder, "duty.db.before-*").Order(StringComparer.Ordinal).ToList();
        copies.Count.ShouldBe(2);
        copies[0].ShouldEndWith("_B");
        await Run($"Data Source={copies[1]}", "INSERT INTO notes VALUES ('still there')");
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        await using var place = await TestDatabase.Create(DatabaseKind.Sqlite);
        await using (await DutyProcess.On(place)) { }
        const string newer = "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231000000_Tomorrow', '99.0')";
        await Run(place.Connection, newer);
        var refused = await BuiltProgram.Run(place.Folder, "serve", "--database", place.Connection);
        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldContain("newer Duty Guy");
    }

    [Fact]
    public async Task A_server_killed_in_the_middle_of_a_migration_does_not_stop_the_next_one()
    {
        await using var place = await TestDatabase.Create(DatabaseKind.Sqlite);
        const string held =
            "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL);"
            + "INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-23 08:00:00')";
        await Run(place.Connection, held);
        await using var next = await DutyProcess.On(place);
        (await next.Api.Nobody.Page("/health/ready")).ShouldBe("ready");
    }

    static async Task Run(string sqlite, string sql)
    {
        await using var connection = new SqliteConnection(sqlite);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
