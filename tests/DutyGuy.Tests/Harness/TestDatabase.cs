namespace DutyGuy.Tests.Harness;

/// <summary>A fresh database and a folder beside it, both gone at the end.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    TestDatabase(DatabaseKind kind, string folder, string connection) =>
        (Kind, Folder, Connection) = (kind, folder, connection);

    public DatabaseKind Kind { get; }

    /// <summary>A temporary folder of the test.</summary>
    public string Folder { get; }

    /// <summary>What <c>--database</c> takes.</summary>
    public string Connection { get; }

    public static async Task<TestDatabase> Create(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Postgres)
            Needed.Have(PostgresCluster.Missing);
        var folder = Directory.CreateTempSubdirectory("duty-test-").FullName;
        var connection =
            kind == DatabaseKind.Postgres
                ? await PostgresCluster.NewDatabase()
                : $"Data Source={Path.Combine(folder, "duty.db")}";
        return new TestDatabase(kind, folder, connection);
    }

    public async ValueTask DisposeAsync()
    {
        if (Kind == DatabaseKind.Postgres)
            await PostgresCluster.Drop(Connection);
        await Folders.Delete(Folder);
    }
}
