using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Store;

/// <summary>The verbs in which store operations write.</summary>
public static class DutyDbWriting
{
    /// <summary>Appends a fact.</summary>
    public static void Append(this DutyDb db, Fact fact) => db.Facts.Add(fact);

    /// <summary>Writes a new row and gives it back with its number.</summary>
    public static async Task<T> Insert<T>(this DutyDb db, T row)
        where T : class
    {
        var entry = db.Add(row);
        await db.SaveChangesAsync();
        entry.State = EntityState.Detached;
        return row;
    }

    /// <summary>Writes the newer state of a row that exists.</summary>
    public static async Task Replace<T>(this DutyDb db, T row)
        where T : class
    {
        var entry = db.Update(row);
        await db.SaveChangesAsync();
        entry.State = EntityState.Detached;
    }
}
