using System.IO.Compression;
using System.Text.Json;
using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>Brings all rows of a backup back in one transaction of the one writer, also while servers run.</summary>
static class Restores
{
    /// <summary>How the audit names it; running servers look for it (see <see cref="RestoreWatch"/>).</summary>
    public const string Word = "duty restore";

    /// <exception cref="StartProblem">The file is no backup, is of another version, or there is something to lose.</exception>
    public static async Task<BackupAbout> Read(
        DutyDb db,
        ZipArchive zip,
        bool replace,
        Instant now,
        CancellationToken stop
    )
    {
        var about = await AboutOf(zip, stop);
        if (about.Schema != Backups.SchemaOf(db))
            throw new StartProblem(
                $"The backup was made by Duty Guy {about.Program} with the tables “{about.Schema}”; this one has “{Backups.SchemaOf(db)}”.",
                "Restore it with the version that made it, then start this one on the result: it brings the tables up to date."
            );
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.LockForWriting(stop);
        if (!replace && await IsInUse(db, stop))
            throw new StartProblem(
                "The database is not empty.",
                "Say --replace to lose what is in it now (duty backup FILE first), or name another --database."
            );
        foreach (var table in BackupTable.All(db))
            await Fill(db, zip, table, about.Rows.GetValueOrDefault(table.Name), stop);
        db.Audit.Add(
            new AuditRow
            {
                At = now,
                By = "command line",
                What = Word,
                Status = 200,
            }
        );
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return about;
    }

    static async Task<BackupAbout> AboutOf(ZipArchive zip, CancellationToken stop)
    {
        if (zip.GetEntry(Backups.About) is not { } entry)
            throw NoBackup();
        await using var file = await entry.OpenAsync(stop);
        return await JsonSerializer.DeserializeAsync<BackupAbout>(file, cancellationToken: stop) ?? throw NoBackup();
    }

    public static StartProblem NoBackup() =>
        new("The file is no backup of Duty Guy.", "Name a file that duty backup FILE wrote.");

    static async Task<bool> IsInUse(DutyDb db, CancellationToken stop) =>
        await db.People.AnyAsync(stop) || await db.Duties.AnyAsync(stop) || await db.Facts.AnyAsync(stop);

    static async Task Fill(DutyDb db, ZipArchive zip, BackupTable table, long rows, CancellationToken stop)
    {
        await Run(db, $"DELETE FROM \"{table.Name}\"", stop);
        if (zip.GetEntry(Backups.TableFile(table.Name)) is not { } entry)
            throw NoBackup();
        using var lines = new StreamReader(await entry.OpenAsync(stop));
        await lines.ReadLineAsync(stop);
        var (part, done) = (new List<object?[]>(), 0L);
        while (await lines.ReadLineAsync(stop) is { } line)
        {
            part.Add([.. JsonElement.Parse(line).EnumerateArray().Select(table.FromJson)]);
            if (part.Count == 100)
                done += await Insert(db, table, part);
        }
        done += await Insert(db, table, part);
        if (done != rows)
            throw new StartProblem(
                $"The backup is damaged: {done} of {rows} rows of {table.Name}.",
                "Use another one."
            );
        if (db is PostgresDutyDb && table.Number is { } number)
            await Run(db, CountOn(table.Name, number), stop);
    }

    static async Task<long> Insert(DutyDb db, BackupTable table, List<object?[]> rows)
    {
        var inserted = await db.InsertMany<object>(table.Name, table.Columns, rows, table.Key);
        rows.Clear();
        return inserted.Count;
    }

    /// <summary>PostgreSQL does not look at the rows when it gives the next number.</summary>
    static string CountOn(string table, string number) =>
        $"""
            SELECT setval(pg_get_serial_sequence('"{table}"', '{number}'), (SELECT COALESCE(MAX("{number}"), 0) + 1 FROM "{table}"), false)
            """;

    /// <summary>Names of tables come from the model, never from outside.</summary>
    static Task Run(DutyDb db, string sql, CancellationToken stop) => db.Database.ExecuteSqlRawAsync(sql, stop);
}
