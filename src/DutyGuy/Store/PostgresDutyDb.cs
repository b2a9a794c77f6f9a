using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Store;

/// <summary>PostgreSQL, for several nodes on one database.</summary>
public sealed class PostgresDutyDb(DbContextOptions<PostgresDutyDb> options) : DutyDb(options)
{
    /// <summary>Any number does, as long as all nodes use the same.</summary>
    const long WritersPlace = 0x64757479;

    protected override async Task<DbTransaction> Moment(DbConnection connection, CancellationToken stop) =>
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);

    public override Task LockForWriting(CancellationToken stop) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({WritersPlace})", stop);
}
