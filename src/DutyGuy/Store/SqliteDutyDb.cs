using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Store;

/// <summary>The embedded database: one file, one writer at a time (BEGIN IMMEDIATE).</summary>
public sealed class SqliteDutyDb(DbContextOptions<SqliteDutyDb> options) : DutyDb(options)
{
    /// <summary>Deferred: else a reader would take the writer's place.</summary>
    protected override Task<DbTransaction> Moment(DbConnection connection, CancellationToken stop) =>
        Task.FromResult<DbTransaction>(
            ((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: true)
        );

    /// <summary>The process has taken its own turn before (see <see cref="DutyStore"/>); the file's lock does the rest.</summary>
    public override Task LockForWriting(CancellationToken stop) => Task.CompletedTask;
}
