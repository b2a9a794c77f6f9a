using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>Stores what a decision wants: rows, facts, and messages whose key was never used.</summary>
static class Applying
{
    public static async Task Apply(this DutyDb db, Decision decision, Instant now)
    {
        foreach (var row in decision.Rows)
            await Write(db, row);
        db.Facts.AddRange(decision.Facts);
        await db.SaveChangesAsync();
        foreach (var message in decision.Messages)
            await Send(db, message, now);
    }

    /// <summary>New rows have the number 0, or a natural key that is not there yet.</summary>
    static async Task Write(DutyDb db, object row)
    {
        var entry = db.Entry(row);
        entry.State = await IsNew(db, entry.Metadata.FindPrimaryKey()!, row) ? EntityState.Added : EntityState.Modified;
        await db.SaveChangesAsync();
        entry.State = EntityState.Detached;
    }

    static async Task<bool> IsNew(DutyDb db, Microsoft.EntityFrameworkCore.Metadata.IKey key, object row)
    {
        var values = key.Properties.Select(p => p.PropertyInfo!.GetValue(row)).ToArray();
        if (values is [long or int])
            return Convert.ToInt64(values[0]) == 0;
        var found = await db.FindAsync(row.GetType(), values);
        if (found is null)
            return true;
        db.Entry(found).State = EntityState.Detached;
        return false;
    }

    static async Task Send(DutyDb db, NewMessage message, Instant now)
    {
        if (await db.Outbox.AnyAsync(m => m.Key == message.Key))
            return;
        await db.Insert(
            new OutboxMessage(
                0,
                message.Kind,
                message.Key,
                message.To,
                message.Text,
                Link(db, message),
                OutboxState.Waiting,
                now,
                message.NotBefore ?? now,
                []
            )
        );
    }

    static string? Link(DutyDb db, NewMessage message) =>
        message.About is null
            ? message.Link
            : message.Link?.Replace(
                "{id}",
                db.Entry(message.About).Property("Id").CurrentValue?.ToString(),
                StringComparison.Ordinal
            );
}
