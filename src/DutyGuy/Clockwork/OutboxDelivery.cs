using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>Hands on what waits in the outbox. What nothing is connected for is read in the product: sent at once.</summary>
public sealed class OutboxDelivery(DutyStore store, IClock clock)
{
    /// <summary>Sends what is due now.</summary>
    public async Task Deliver()
    {
        if (!await store.Read(db => db.Outbox.AnyAsync(m => m.State == OutboxState.Waiting)))
            return;
        await store.Change(async db =>
        {
            foreach (var message in await db.Outbox.Where(m => m.State == OutboxState.Waiting).ToListAsync())
                await db.Replace(
                    Delivery.After(
                        message,
                        new SendOutcome.Taken(),
                        clock.GetCurrentInstant(),
                        0,
                        DeliveryRules.Default
                    )
                );
        });
    }
}
