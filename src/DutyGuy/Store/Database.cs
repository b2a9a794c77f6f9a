using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DutyGuy.Store;

/// <summary>Chooses the database by its connection string: "Host=..." is PostgreSQL, all else a SQLite file.</summary>
public static class Database
{
    public static bool IsPostgres(string connection) =>
        connection.Contains("Host=", StringComparison.OrdinalIgnoreCase)
        || connection.StartsWith("postgres", StringComparison.OrdinalIgnoreCase);

    /// <summary>The full path of a SQLite database.</summary>
    public static string FileOf(string connection) =>
        Path.GetFullPath(new SqliteConnectionStringBuilder(connection).DataSource);

    /// <summary>EF makes it once in a process, however many openers there are.</summary>
    public static void MakeModel(string connection)
    {
        using var db = Opener(connection)();
        _ = db.Model;
    }

    public static Func<DutyDb> Opener(string connection)
    {
        if (IsPostgres(connection))
        {
            var postgres = Options<PostgresDutyDb>().UseNpgsql(connection).Options;
            return new PooledDbContextFactory<PostgresDutyDb>(postgres).CreateDbContext;
        }
        var sqlite = Options<SqliteDutyDb>()
            .UseSqlite(
                new SqliteConnectionStringBuilder(connection) { DefaultTimeout = 30 }.ToString(),
                // A list is one parameter: the same text of the query for lists of all lengths.
                sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
            )
            .AddInterceptors(new SqlitePragmas())
            .Options;
        return new PooledDbContextFactory<SqliteDutyDb>(sqlite).CreateDbContext;
    }

    /// <summary>That the model has its migrations is a test; asked at each start, it would cost a tenth of a second.</summary>
    static DbContextOptionsBuilder<T> Options<T>()
        where T : DutyDb =>
        new DbContextOptionsBuilder<T>().ConfigureWarnings(warnings =>
            warnings.Ignore(RelationalEventId.PendingModelChangesWarning)
        );
}
