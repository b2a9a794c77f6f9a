using System.Diagnostics;
using Npgsql;

namespace DutyGuy.Tests.Harness;

/// <summary>
/// A throw-away PostgreSQL server, one for each test process, started at the first use. A shell holds it and reads our
/// pipe: when this process ends, however it ends, the pipe closes and the shell stops the server and removes its folder.
/// It forgets on a cut of power, for speed; the benchmarks set <c>DUTY_TEST_FSYNC=on</c>.
/// </summary>
public sealed class PostgresCluster
{
    const string Script = """
        trap '' INT HUP TERM
        folder=$(mktemp -d "${TMPDIR:-/tmp}/duty-postgres-XXXXXX") || exit 1
        cd "$folder"
        end() { "$1/pg_ctl" stop -s -m immediate -D "$folder/data" >/dev/null 2>&1; rm -rf "$folder"; }
        "$1/initdb" -D data -U duty --auth=trust --no-sync -E UTF8 --locale=C >log 2>&1 \
          && "$1/pg_ctl" start -s -w -D data -l log -o "-k $folder -c listen_addresses='' -c fsync=${DUTY_TEST_FSYNC:-off} \
            -c synchronous_commit=${DUTY_TEST_FSYNC:-off} -c full_page_writes=${DUTY_TEST_FSYNC:-off} -c max_connections=300" \
          || { cat log >&2; end "$1"; exit 1; }
        echo "$folder"
        read -r _
        end "$1"
        """;

    static readonly Lazy<Task<PostgresCluster>> Shared = new(Start);
    readonly string folder;

    /// <summary>Kept, for the collector would close its pipe.</summary>
    readonly Process shell;
    int made;

    PostgresCluster(string folder, Process shell) => (this.folder, this.shell) = (folder, shell);

    /// <summary>Why there can be no cluster on this machine; null when there can.</summary>
    public static string? Missing { get; } =
        Programs() is null
            ? "PostgreSQL is not installed (no initdb found). On Debian: sudo apt-get install postgresql"
            : null;

    /// <summary>Makes an empty database and gives its connection string.</summary>
    public static async Task<string> NewDatabase()
    {
        var cluster = await Shared.Value;
        if (cluster.shell.HasExited)
            throw new InvalidOperationException($"The PostgreSQL of the tests ended with {cluster.shell.ExitCode}.");
        var name = $"duty_{Interlocked.Increment(ref cluster.made)}";
        await cluster.Run($"CREATE DATABASE {name}");
        return cluster.Connection(name);
    }

    /// <summary>Drops a database, also one that is still in use.</summary>
    public static async Task Drop(string connection)
    {
        var cluster = await Shared.Value;
        var name = new NpgsqlConnectionStringBuilder(connection).Database;
        await cluster.Run($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    string Connection(string database) =>
        $"Host={folder};Username=duty;Database={database};Maximum Pool Size=20;Include Error Detail=true";

    async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    static async Task<PostgresCluster> Start()
    {
        var programs = Programs() ?? throw new InvalidOperationException(Missing);
        string[] script = ["sh", "-c", Script, "postgres-for-tests", programs];
        string[] command = Environment.UserName == "root" ? [.. AsPostgres(), .. script] : script;
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        var process = Process.Start(start)!;
        return await process.StandardOutput.ReadLineAsync() is { } folder
            ? new PostgresCluster(folder, process)
            : throw new InvalidOperationException(
                $"PostgreSQL did not start: {await process.StandardError.ReadToEndAsync()}"
            );
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    static string[] AsPostgres()
    {
        var user = File.ReadLines("/etc/passwd").Any(l => l.StartsWith("postgres:", StringComparison.Ordinal))
            ? "postgres"
            : "nobody";
        return ["setpriv", $"--reuid={user}", $"--regid={(user == "nobody" ? "nogroup" : user)}", "--clear-groups"];
    }

    /// <summary>The folder of initdb: Debian keeps it out of the PATH.</summary>
    static string? Programs()
    {
        const string debian = "/usr/lib/postgresql";
        var folders = Directory.Exists(debian)
            ? Directory.GetDirectories(debian).OrderDescending(StringComparer.Ordinal).Select(d => $"{d}/bin")
            : [];
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        return folders.Concat(path).FirstOrDefault(f => File.Exists($"{f}/initdb") && File.Exists($"{f}/pg_ctl"));
    }
}
