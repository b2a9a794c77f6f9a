namespace DutyGuy.Tests.Harness;

/// <summary>The two databases that every story runs on.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
