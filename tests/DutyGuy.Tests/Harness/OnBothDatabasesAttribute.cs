using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace DutyGuy.Tests.Harness;

/// <summary>
/// Runs a theory on SQLite and on PostgreSQL: <c>[Theory, OnBothDatabases] public async Task It_holds(DatabaseKind database)</c>.
/// Without a PostgreSQL server the second is skipped with the reason; in CI it runs, and fails with it.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnBothDatabasesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    ) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([
            new TheoryDataRow<DatabaseKind>(DatabaseKind.Sqlite),
            new TheoryDataRow<DatabaseKind>(DatabaseKind.Postgres)
            {
                Skip = Needed.SkipReason(PostgresCluster.Missing),
            },
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
