using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DutyGuy.Store;

/// <summary>Many rows in one statement, the same on both databases: where one statement a row is too slow.</summary>
static class BulkInsert
{
    const int RowsAtOnce = 100;
    const int ValuesAtOnce = 1000;

    /// <summary>
    /// Inserts the rows whose key is not there yet (or does <paramref name="onConflict"/>); gives one column of those that
    /// were inserted.
    /// </summary>
    public static async Task<List<T>> InsertMany<T>(
        this DutyDb db,
        string table,
        string[] columns,
        IReadOnlyList<object?[]> rows,
        string returning,
        string onConflict = "DO NOTHING"
    )
    {
        var inserted = new List<T>();
        foreach (var part in rows.Chunk(Math.Max(RowsAtOnce, ValuesAtOnce / columns.Length)))
        {
            await using var command = Command(db, table, columns, part, $"{onConflict} RETURNING \"{returning}\"");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                inserted.Add(reader.GetFieldValue<T>(0));
        }
        return inserted;
    }

    static DbCommand Command(DutyDb db, string table, string[] columns, object?[][] rows, string ending)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var sql = new StringBuilder($"INSERT INTO \"{table}\" (\"{string.Join("\", \"", columns)}\") VALUES ");
        for (var i = 0; i < rows.Length; i++)
        {
            sql.Append(i == 0 ? "(" : ", (");
            for (var j = 0; j < columns.Length; j++)
            {
                sql.Append(j == 0 ? "$" : ", $").Append((i * columns.Length) + j + 1);
                command.Parameters.Add(Parameter(command, rows[i][j], db is SqliteDutyDb));
            }
            sql.Append(')');
        }
        command.CommandText = sql.Append(" ON CONFLICT ").Append(ending).ToString();
        return command;
    }

    /// <summary>PostgreSQL counts its parameters; SQLite knows them by name.</summary>
    static DbParameter Parameter(DbCommand command, object? value, bool named)
    {
        var parameter = command.CreateParameter();
        parameter.Value = value ?? DBNull.Value;
        if (named)
            parameter.ParameterName = $"${command.Parameters.Count + 1}";
        return parameter;
    }
}
