using System.Data;
using System.Data.Common;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>What a backup says of itself. <c>Schema</c> is the number and name of the last migration.</summary>
sealed record BackupAbout(string Program, string Schema, string At, IReadOnlyDictionary<string, long> Rows);

/// <summary>
/// All rows of one moment in a zip: <c>about.json</c> and for each table <c>tables/NAME.jsonl</c>, whose first line has the
/// columns. The same on both databases, so that one can move from one to the other.
/// </summary>
static class Backups
{
    public const string About = "about.json";

    public static string TableFile(string table) => $"tables/{table}.jsonl";

    /// <summary>The number and name of the last migration that this program knows.</summary>
    public static string SchemaOf(DutyDb db)
    {
        var known = db.Database.GetMigrations().ToList();
        return $"{known.Count} {known[^1][(known[^1].IndexOf('_') + 1)..]}";
    }

    /// <summary>Writes every row as one moment saw it; nobody waits for it.</summary>
    public static async Task<BackupAbout> Write(DutyDb db, ZipArchive zip, Instant now, CancellationToken stop)
    {
        await using var moment = await db.BeginReading(stop);
        var connection = db.Database.GetDbConnection();
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in BackupTable.All(db))
            rows[table.Name] = await WriteTable(connection, moment, zip, table, stop);
        var version = typeof(Backups).Assembly.GetName().Version!.ToString(3);
        var about = new BackupAbout(version, SchemaOf(db), now.ToString(), rows);
        await using var file = await zip.CreateEntry(About).OpenAsync(stop);
        await JsonSerializer.SerializeAsync(file, about, cancellationToken: stop);
        return about;
    }

    static async Task<long> WriteTable(
        DbConnection connection,
        DbTransaction moment,
        ZipArchive zip,
        BackupTable table,
        CancellationToken stop
    )
    {
        await using var lines = new StreamWriter(await zip.CreateEntry(TableFile(table.Name)).OpenAsync(stop));
        await lines.WriteLineAsync(JsonSerializer.Serialize(table.Columns));
        await using var command = connection.CreateCommand();
        command.Transaction = moment;
        command.CommandText = $"SELECT {table.ColumnList} FROM \"{table.Name}\"";
        await using var reader = await command.ExecuteReaderAsync(stop);
        var values = new object[table.Columns.Length];
        var count = 0L;
        for (; await reader.ReadAsync(stop); count++)
        {
            reader.GetValues(values);
            await lines.WriteLineAsync(JsonSerializer.Serialize(values.Select(table.ToJson)));
        }
        return count;
    }
}
