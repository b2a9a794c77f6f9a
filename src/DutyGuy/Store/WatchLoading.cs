using System.Collections.Concurrent;
using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>The watch after a rollout: new errors and slower endpoints since the switch-over.</summary>
static class WatchLoading
{
    /// <summary>Watches whose looks are remembered.</summary>
    const int MostRemembered = 32;

    /// <summary>Every pass and page asks, but only once in a minute there is something to look at.</summary>
    static readonly ConcurrentDictionary<(string? Database, string Projects, ProductionWatch), WatchLooks> Remembered =
        new();

    /// <summary>A look takes the processor; those who ask meanwhile wait for it.</summary>
    static readonly SemaphoreSlim OneAtATime = new(1, 1);

    /// <summary>The rollout that is watched now.</summary>
    public static async Task<WatchState> Of(DutyDb db, DutyFacts facts)
    {
        var rollout = facts.Rollouts.LastOrDefault(r => r.Status == RolloutStatus.Watching);
        if (rollout?.SwitchedAt is not { } since)
            return WatchState.None;
        var watch = ProductionWatch.Of(rollout, since);
        var looks = await Looks(db, facts, watch);
        var served = await Served(db, facts, watch);
        var customers = WatchedEnvironments.Of(facts.Playbook).Customers;
        var fresh = facts
            .Errors.Where(e => customers.Contains(e.Environment) && e.CreatedAt >= since)
            .Select(e => e.Title)
            .ToList();
        return WatchState.Of(
            fresh,
            looks.Calls,
            customers.Any(facts.ConnectedEnvironments.Contains),
            served.Any(m => m.Minute >= since),
            WatchMinutes.Of(watch, facts.Now, served, looks.Calls)
        );
    }

    static async Task<WatchLooks> Looks(DutyDb db, DutyFacts facts, ProductionWatch watch)
    {
        var over = watch.Over(facts.Now);
        var key = (db.Database.GetConnectionString(), string.Join(' ', facts.Projects), watch);
        if (Remembered.GetValueOrDefault(key, WatchLooks.None) is var known && known.Minutes >= over)
            return known;
        await OneAtATime.WaitAsync();
        try
        {
            known = Remembered.GetValueOrDefault(key, WatchLooks.None);
            if (known.Minutes >= over)
                return known;
            if (Remembered.Count >= MostRemembered)
                Remembered.Clear();
            return Remembered[key] = await GoOn(db, facts, watch, known, over);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    static async Task<WatchLooks> GoOn(DutyDb db, DutyFacts facts, ProductionWatch watch, WatchLooks known, int over)
    {
        var (today, dayBefore) = watch.Needed(over);
        var minutes = await db.Timings(facts.Projects, dayBefore.Start, dayBefore.End);
        minutes.AddRange(await db.Timings(facts.Projects, today.Start, today.End));
        return await Task.Run(() => watch.GoOn(known, over, minutes));
    }

    static Task<List<ServedMinute>> Served(DutyDb db, DutyFacts facts, ProductionWatch watch) =>
        db.TimingsBetween(facts.Projects, watch.First, facts.Now)
            .GroupBy(m => m.Minute)
            .Select(m => new ServedMinute(m.Key, m.Sum(x => x.Count), m.Sum(x => x.Errors)))
            .ToListAsync();
}
