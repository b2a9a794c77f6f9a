using DutyGuy.Store;
using DutyGuy.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Tests.StaysUp;

/// <summary>The tables as they lie on the disk, read beside the server.</summary>
static class Rows
{
    public static DutyDb Of(DatabaseKind kind, string connection) =>
        kind == DatabaseKind.Postgres
            ? new PostgresDutyDb(new DbContextOptionsBuilder<PostgresDutyDb>().UseNpgsql(connection).Options)
            : new SqliteDutyDb(new DbContextOptionsBuilder<SqliteDutyDb>().UseSqlite(connection).Options);
}
