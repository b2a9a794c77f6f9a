using System.Net.Sockets;
using System.Security.Cryptography;
using DutyGuy.Store;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DutyGuy.Commands;

/// <summary>What a person can get wrong, as sentences: what, where, how to mend. What is ours to mend keeps its trace.</summary>
static class StartErrors
{
    /// <summary>Runs a verb; a person's mistake is told on standard error, with exit code 1.</summary>
    public static async Task<int> Told(Func<Task<int>> verb, Func<string?> database)
    {
        try
        {
            return await verb();
        }
        catch (Exception error) when (Explain(error, database()) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    /// <summary>Null when it is none of the known mistakes.</summary>
    static string? Explain(Exception? error, string? database) =>
        error switch
        {
            null => null,
            StartProblem known => known.Message,
            PostgresException refused => Postgres(refused, database),
            NpgsqlException unreachable => $"""
                PostgreSQL cannot be reached at {Server(database)}: {Reason(unreachable)}
                Is it running, and are Host and Port of the setting “database” right? Try: pg_isready -h HOST -p PORT
                """,
            SqliteException sqlite => Sqlite(sqlite, database),
            IOException { InnerException: AddressInUseException } taken => $"""
                The port is taken: {taken.Message}
                Another Duty Guy? Stop it, or choose another port: duty serve --urls http://127.0.0.1:5171
                """,
            SocketException { SocketErrorCode: SocketError.AccessDenied } => """
                This user may not listen on that port (below 1024 only root may).
                Choose a port above 1023 and put a proxy before it: duty serve --urls http://127.0.0.1:5170
                """,
            SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => """
                This machine does not have the address to listen on.
                Look at the setting “urls”: --urls, DUTY_URLS or duty.json. For this machine alone: http://127.0.0.1:5170
                """,
            CryptographicException secret => secret.Message,
            UnauthorizedAccessException denied => $"{denied.Message}\nGive the user that runs duty the right to it.",
            _ => Explain(error.InnerException, database) ?? Address(error),
        };

    static string? Address(Exception error) =>
        error is FormatException or UriFormatException or InvalidOperationException
        && error.StackTrace?.Contains("BindingAddress", StringComparison.Ordinal) == true
            ? $"{error.Message}\nLook at the setting “urls”; it is written as http://127.0.0.1:5170"
            : null;

    static string Postgres(PostgresException refused, string? database) =>
        refused.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => $"""
                PostgreSQL at {Server(database)} does not let us in: {refused.MessageText}
                Look at Username and Password of the setting “database”, and at pg_hba.conf of the server.
                """,
            PostgresErrorCodes.InvalidCatalogName => $"""
                There is no such database at {Server(database)}: {refused.MessageText}
                Make it: createdb -h HOST -O USER NAME
                """,
            PostgresErrorCodes.InsufficientPrivilege => $"""
                PostgreSQL at {Server(database)} does not let us make tables: {refused.MessageText}
                Make our user the owner of the database: ALTER DATABASE name OWNER TO user
                """,
            PostgresErrorCodes.TooManyConnections => $"""
                PostgreSQL at {Server(database)} has no connection free: {refused.MessageText}
                Raise its max_connections, or put “Maximum Pool Size=20” into the setting “database”.
                """,
            _ =>
                $"PostgreSQL at {Server(database)} refused ({refused.SqlState}): {refused.MessageText}\nIts log says more.",
        };

    static string Sqlite(SqliteException error, string? database)
    {
        var file = database is null ? "the database" : Database.FileOf(database);
        return error.SqliteErrorCode switch
        {
            26 =>
                $"{file} is not a database of Duty Guy.\nName another file: --database \"Data Source=duty.db\". The file was not touched.",
            8 =>
                $"{file} cannot be written: it, or its folder, is read-only.\nGive the user that runs duty the right to write both.",
            13 => $"The disk with {file} is full.\nMake room; nothing that was answered is lost.",
            11 =>
                $"{file} is damaged: {error.Message}\nKeep a copy of it, then bring back a backup: duty restore FILE --replace",
            5 or 6 => $"{file} is held by another program.\nStop it: one Duty Guy alone works on a SQLite file.",
            14 => $"{file} cannot be opened.\nDoes its folder exist, and may the user that runs duty write there?",
            _ => $"{file}: {error.Message}\nIs it a file of Duty Guy, on a local disk?",
        };
    }

    /// <summary>Host and port and database, never the password.</summary>
    static string Server(string? database)
    {
        if (database is null)
            return "its address";
        var place = new NpgsqlConnectionStringBuilder(database);
        return $"{place.Host}:{place.Port} (database {place.Database ?? place.Username})";
    }

    static string Reason(Exception error) => (error.InnerException ?? error).Message;
}
