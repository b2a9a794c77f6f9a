using DutyGuy.Clockwork;
using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Intake;

/// <summary>Stores a batch in one transaction: groups, events, users, facts, environments, minutes.</summary>
sealed class StoreBatch(DutyStore store, Histories histories, IClock clock)
{
    RecentEvents recent = new();
    SeenEnvironments environments = new();
    LocalDate tidied;
    int restores;

    public async Task Keep(IReadOnlyList<ReceivedEvents> batch)
    {
        if (restores != store.Pulse.Restores)
            (recent, environments, restores) = (new(), new(), store.Pulse.Restores);
        var sightings = recent.Fresh(batch.SelectMany(r => r.Sightings));
        var minutes = Minutes.Of(batch);
        var now = clock.GetCurrentInstant();
        var today = now.InUtc().Date;
        await store.Count(async db =>
        {
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            await environments.Keep(db, batch, now);
            var news = await new ErrorBatch(db, histories, batch, now).Keep(sightings);
            await Minutes.Keep(db, minutes);
            if (today != tidied)
                await ForgetOld(db, now);
            return news;
        });
        tidied = today;
        recent.Remember(sightings);
        environments.Remember(batch);
    }

    /// <summary>Single events are kept for a month, minutes for more than a year.</summary>
    static async Task ForgetOld(DutyDb db, Instant now)
    {
        var (events, minutes) = (now - Duration.FromDays(30), now - Duration.FromDays(400));
        await db.ErrorEvents.Where(e => e.At < events).ExecuteDeleteAsync();
        await db.Minutes.Where(m => m.Minute < minutes).ExecuteDeleteAsync();
    }
}
