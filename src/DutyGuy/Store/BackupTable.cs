using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DutyGuy.Store;

/// <summary>A table as a backup sees it: plain columns of text, whole numbers, numbers, bytes and yes or no.</summary>
sealed class BackupTable
{
    readonly Type[] types;

    BackupTable(ITable table)
    {
        Name = table.Name;
        var columns = table.Columns.OrderBy(c => c.Name, StringComparer.Ordinal).ToList();
        Columns = [.. columns.Select(c => c.Name)];
        types = [.. columns.Select(c => Plain(c.StoreTypeMapping.Converter?.ProviderClrType ?? c.ProviderClrType))];
        var keys = table.PrimaryKey!.Columns;
        Key = keys[0].Name;
        if (keys is [var key] && types[Array.IndexOf(Columns, key.Name)] is var type && type != typeof(string))
            Number = key.Name;
    }

    public string Name { get; }

    public string[] Columns { get; }

    /// <summary>The first column of the key.</summary>
    public string Key { get; }

    /// <summary>The key that the database counts up by itself.</summary>
    public string? Number { get; }

    public string ColumnList => string.Join(", ", Columns.Select(c => $"\"{c}\""));

    /// <summary>Every table of the model, by name.</summary>
    public static IReadOnlyList<BackupTable> All(DutyDb db) =>
        [
            .. db
                .Model.GetRelationalModel()
                .Tables.OrderBy(t => t.Name, StringComparer.Ordinal)
                .Select(t => new BackupTable(t)),
        ];

    /// <summary>SQLite has no yes and no of its own.</summary>
    public object? ToJson(object value, int column) =>
        value is DBNull ? null
        : types[column] == typeof(bool) ? Convert.ToBoolean(value)
        : value;

    /// <summary>A value as both databases take it.</summary>
    public object? FromJson(JsonElement value, int column) =>
        value.ValueKind == JsonValueKind.Null ? null
        : types[column] == typeof(bool) ? value.GetBoolean()
        : types[column] == typeof(int) ? value.GetInt32()
        : types[column] == typeof(long) ? value.GetInt64()
        : types[column] == typeof(double) ? value.GetDouble()
        : types[column] == typeof(byte[]) ? value.GetBytesFromBase64()
        : value.GetString();

    static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
