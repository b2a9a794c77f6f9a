using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Clockwork;

/// <summary>Hands on what waits in the outbox: here what is read in the product, by <see cref="OutboxSender"/> the rest.</summary>
public sealed class OutboxDelivery(DutyStore store, OutboxChannels channels, IClock clock)
{
    /// <summary>A send that was cut off is tried again after this time, under the same key.</summary>
    static readonly Duration Claimed = Duration.FromMinutes(2);

    /// <summary>What nothing is connected for is read in the product: sent at once. Called after each pass.</summary>
    public async Task Deliver()
    {
        var embedded = new List<long>();
        foreach (var message in await Waiting())
            if (await channels.Of(message) is null)
                embedded.Add(message.Id);
        if (embedded.Count > 0)
            await store.Change(db => Close(db, embedded));
    }

    /// <summary>Tries what is due to the outside, each claimed before it is sent; true when anything was due.</summary>
    internal async Task<bool> Send(CancellationToken stop)
    {
        var waiting = await Waiting();
        var now = clock.GetCurrentInstant();
        var due = Delivery.Due(waiting, TriedLastMinute(waiting, now), now, DeliveryRules.Default);
        foreach (var message in due)
            if (await channels.Of(message) is { } send && await store.Change(db => Claim(db, message), stop))
                await Keep(message, await send(stop));
        return due.Count > 0;
    }

    Task<List<OutboxMessage>> Waiting() =>
        store.Read(db =>
            db.Outbox.Where(m => m.State == OutboxState.Waiting && m.Kind != OutboxKind.Deploy)
                .OrderBy(m => m.Id)
                .ToListAsync()
        );

    async Task Close(DutyDb db, List<long> ids)
    {
        var now = clock.GetCurrentInstant();
        foreach (
            var message in await db
                .Outbox.Where(m => ids.Contains(m.Id) && m.State == OutboxState.Waiting)
                .ToListAsync()
        )
            await db.Replace(Delivery.After(message, new SendOutcome.Taken(), now, 0, DeliveryRules.Default));
    }

    /// <summary>False when another node, or a form, was faster.</summary>
    async Task<bool> Claim(DutyDb db, OutboxMessage message)
    {
        var until = clock.GetCurrentInstant() + Claimed;
        var mine = db.Outbox.Where(m =>
            m.Id == message.Id && m.State == OutboxState.Waiting && m.NextAttemptAt == message.NextAttemptAt
        );
        return await mine.ExecuteUpdateAsync(m => m.SetProperty(x => x.NextAttemptAt, until)) == 1;
    }

    Task Keep(OutboxMessage message, SendOutcome outcome) =>
        store.Change(db =>
            db.Replace(
                Delivery.After(
                    message,
                    outcome,
                    clock.GetCurrentInstant(),
                    Random.Shared.NextDouble(),
                    DeliveryRules.Default
                )
            )
        );

    static Dictionary<string, int> TriedLastMinute(List<OutboxMessage> messages, Instant now) =>
        messages
            .GroupBy(m => m.To, StringComparer.Ordinal)
            .ToDictionary(
                to => to.Key,
                to => to.Sum(m => m.Attempts.Count(a => a.At > now - Duration.FromMinutes(1))),
                StringComparer.Ordinal
            );
}
