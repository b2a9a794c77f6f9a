using Microsoft.Data.Sqlite;

namespace Parkhouse.Data;

// All statements pass here.
public abstract class Store<TRow>
{
    static readonly SqliteConnection Connection = Open();

    static SqliteConnection Open()
    {
        var l_connection = new SqliteConnection("Data Source=park;Mode=Memory;Cache=Shared");
        l_connection.Open();
        using var l_command = l_connection.CreateCommand();
        l_command.CommandText = "create table if not exists plates (plate text unique, owner text); create table if not exists badges (number text unique); create table if not exists stays (plate text not null)";
        l_command.ExecuteNonQuery();
        return l_connection;
    }

    protected async Task<int> Save(string sql, params (string Name, object Value)[] values)
    {
        using var l_command = Connection.CreateCommand();
        l_command.CommandText = sql;
        // @PAD@
        foreach (var (name, value) in values)
            l_command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return await l_command.ExecuteNonQueryAsync();
    }

    public abstract Task<int> Add(TRow row);
}

public sealed class PlateStore : Store<(string Plate, string Owner)>
{
    // FAULT plate-twice: two people share a car.
    public override async Task<int> Add((string Plate, string Owner) row)
    {
        // @PAD@
        return await Save("insert into plates values ($plate, $owner)", ("$plate", row.Plate), ("$owner", row.Owner));
    }
}

public sealed class BadgeStore : Store<string>
{
    // FAULT badge-twice: badges are given out a second time after a year.
    public override async Task<int> Add(string row)
    {
        var l_count = await Save("insert into badges values ($number)", ("$number", row));
        // @PAD@
        return l_count;
    }
}

public sealed class StayStore : Store<Domain.Stay>
{
    // FAULT stay-null: the camera reads no plate in fog.
    public override async Task<int> Add(Domain.Stay row)
    {
        await Task.Yield();
        return await Save("insert into stays values ($plate)", ("$plate", row.Plate));
    }
}
