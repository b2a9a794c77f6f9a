using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DutyGuy.Store;

/// <summary>Brings the tables up to date at start, one process at a time; a SQLite file is copied before.</summary>
static class Schema
{
    /// <summary>Copies of the file before a migration that are kept.</summary>
    const int CopiesKept = 2;

    /// <summary>Not the writers' place: a migration has many transactions.</summary>
    const long MigratorsPlace = 0x64757475;

    public static async Task BringUpToDate(DutyDb db, string connection, CancellationToken stop)
    {
        await using var place = await OneAtATime(connection, stop);
        var done = (await db.Database.GetAppliedMigrationsAsync(stop)).ToList();
        var known = db.Database.GetMigrations().ToList();
        if (done.Except(known, StringComparer.Ordinal).LastOrDefault() is { } newer)
            throw new StartProblem(
                $"The database was written by a newer Duty Guy: it has the migration {newer}, which this one does not know.",
                "Start the newer program, or restore a backup made by this one: duty restore FILE --replace"
            );
        var missing = known.Except(done, StringComparer.Ordinal).ToList();
        if (missing.Count == 0)
            return;
        if (db is SqliteDutyDb)
        {
            await using var file = new SqliteConnection(connection);
            await file.OpenAsync(stop);
            if (await Has(file, "%", stop))
                await Copy(file, missing[^1], stop);
            await ForgetDeadMigrator(file, stop);
        }
        await db.Database.MigrateAsync(stop);
    }

    /// <summary>For who only reads.</summary>
    public static async Task MustBeUpToDate(DutyDb db, CancellationToken stop)
    {
        if ((await db.Database.GetPendingMigrationsAsync(stop)).Any())
            throw new StartProblem(
                "The tables are not those of this version.",
                "Start the server once (duty serve): it brings them up to date."
            );
    }

    /// <summary>A lock that the operating system, or the server of the database, lets go of when this process dies.</summary>
    static async Task<IAsyncDisposable> OneAtATime(string connection, CancellationToken stop)
    {
        if (!Database.IsPostgres(connection))
            return await FileLock.Take(Database.FileOf(connection) + ".migrating", stop);
        var place = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ToString());
        await place.OpenAsync(stop);
        await using var command = new NpgsqlCommand($"SELECT pg_advisory_lock({MigratorsPlace})", place);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(stop);
        return place;
    }

    /// <summary>EF's own lock on SQLite is a row, which stays when its process is killed; we hold a better one.</summary>
    static async Task ForgetDeadMigrator(SqliteConnection file, CancellationToken stop)
    {
        if (!await Has(file, "__EFMigrationsLock", stop))
            return;
        await using var command = Command(file, "DELETE FROM \"__EFMigrationsLock\"");
        await command.ExecuteNonQueryAsync(stop);
    }

    static async Task<bool> Has(SqliteConnection file, string table, CancellationToken stop)
    {
        await using var command = Command(file, "SELECT 1 FROM sqlite_master WHERE name LIKE $table LIMIT 1");
        command.Parameters.AddWithValue("$table", table);
        return await command.ExecuteScalarAsync(stop) is not null;
    }

    /// <summary><c>duty.db.before-20261201120000_Name</c>: the state before that migration, readable by the program before.</summary>
    static async Task Copy(SqliteConnection source, string migration, CancellationToken stop)
    {
        var file = Database.FileOf(source.ConnectionString);
        var copy = $"{file}.before-{migration}";
        File.Delete(copy);
        await using var command = Command(source, "VACUUM INTO $copy");
        command.Parameters.AddWithValue("$copy", copy);
        await command.ExecuteNonQueryAsync(stop);
        var copies = Directory.GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + ".before-*");
        foreach (var old in copies.Order(StringComparer.Ordinal).SkipLast(CopiesKept))
            File.Delete(old);
    }

    static SqliteCommand Command(SqliteConnection file, string sql)
    {
        var command = file.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
