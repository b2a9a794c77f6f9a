using Microsoft.EntityFrameworkCore.Design;

namespace DutyGuy.Store;

/// <summary>For <c>dotnet ef</c> alone: compares the model with the migrations; opens no database.</summary>
sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDutyDb>
{
    public SqliteDutyDb CreateDbContext(string[] args) => (SqliteDutyDb)Database.Opener("Data Source=design.db")();
}

/// <inheritdoc cref="SqliteDesign"/>
sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDutyDb>
{
    public PostgresDutyDb CreateDbContext(string[] args) => (PostgresDutyDb)Database.Opener("Host=design")();
}
