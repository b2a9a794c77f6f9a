using DutyGuy.Clockwork;
using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Intake;

/// <summary>Stores a batch in one transaction: groups, events, users, facts, environments, minutes.</summary>
sealed class StoreBatch(DutyStore store, Histories histories, IClock clock)
{
    SeenEnvironments environments = new();
    LocalDate tidied;
    Instant lookedThrough;
    int part = Random.Shared.Next(SeenEvent.Parts);
    int restores;

    public async Task Keep(IReadOnlyList<ReceivedEvents> batch)
    {
        if (restores != store.Pulse.Restores)
            (environments, restores) = (new(), store.Pulse.Restores);
        var minutes = Minutes.Of(batch);
        var now = clock.GetCurrentInstant();
        var today = now.InUtc().Date;
        var isNextPart = now - lookedThrough >= Duration.FromMinutes(1);
        await store.Count(async db =>
        {
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            await environments.Keep(db, batch, now);
            var sightings = await SeenEvents.Fresh(db, batch.SelectMany(r => r.Sightings), now);
            var news = await new ErrorBatch(db, histories, batch, now).Keep(sightings);
            await Minutes.Keep(db, minutes);
            if (today != tidied)
                await ForgetOld(db, now);
            if (isNextPart)
                await SeenEvents.Forget(db, part, now);
            return news;
        });
        tidied = today;
        if (isNextPart)
            (lookedThrough, part) = (now, (part + 1) % SeenEvent.Parts);
        environments.Remember(batch);
    }

    /// <summary>Single events are kept for a month, minutes for more than a year.</summary>
    static async Task ForgetOld(DutyDb db, Instant now)
    {
        var (events, minutes) = (now - Duration.FromDays(EventRows.DaysKept), now - Duration.FromDays(400));
        await db.ErrorEvents.Where(e => e.At < events).ExecuteDeleteAsync();
        await db.Minutes.Where(m => m.Minute < minutes).ExecuteDeleteAsync();
        await db.ForgetTraces(now);
    }
}
