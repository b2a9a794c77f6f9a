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
        if (facts.Rollouts.LastOrDefault(Watches.IsWatched) is not { } rollout)
            return WatchState.None;
        var watch = rollout.Contradicted is null
            ? ProductionWatch.Of(rollout)
            : ProductionWatch.Lately(rollout, facts.Now);
        var over = watch.Over(facts.Now);
        var key = (db.Database.GetConnectionString(), string.Join(' ', facts.Projects), watch);
        var counted = await WatchSources.Of(db, facts, watch, over, key);
        var errors = await ErrorMinutes(db, facts, watch);
        var looks = await Looks(db, facts, watch);
        var state = WatchJudgement.Of(
            new()
            {
                Watch = watch,
                Now = facts.Now,
                Zone = facts.Playbook.Zone,
                Sources = WatchSources.Heard(counted, facts, watch, over, errors),
                Errors = ErrorsSeen.Of(
                    facts.Sources.Where(s => WatchedEnvironments.Of(facts.Playbook).MeetCustomers(s.Environment)),
                    facts.Now
                ),
                ErrorMinutes = errors.SelectMany(p => p).ToHashSet(),
                NewErrors = await NewErrors(db, facts, watch.Since),
                Calls = looks.Calls,
                Release = FiguresRelease.Of(
                    counted.Releases.Select(r => r with { Minute = r.Minute + SinceSwitch(rollout, watch) }),
                    rollout.Release,
                    rollout.To,
                    over + SinceSwitch(rollout, watch)
                ),
            }
        );
        return state with { Rollout = rollout.Id };
    }

    /// <summary>Of a watch that began anew the minutes count from the switch-over all the same.</summary>
    static int SinceSwitch(Rollout rollout, ProductionWatch watch) =>
        StoredMinutes.MinutesFrom(EndpointMinute.BeginOf(rollout.SwitchedAt ?? watch.Since), watch.First);

    /// <summary>Whatever became of them since; what is a part of an older one is not new.</summary>
    static Task<List<NewError>> NewErrors(DutyDb db, DutyFacts facts, Instant since)
    {
        var customers = WatchedEnvironments.Of(facts.Playbook).Customers;
        return db
            .Errors.Where(e => facts.Projects.Contains(e.Project))
            .Where(e =>
                customers.Contains(e.Environment) && e.CreatedAt >= since && !e.Baseline && e.MergedInto == null
            )
            .OrderBy(e => e.Id)
            .Select(e => new NewError(e.Title, e.CreatedAt, e.Status))
            .ToListAsync();
    }

    /// <summary>The minutes in which errors came, by project.</summary>
    static async Task<ILookup<int, Instant>> ErrorMinutes(DutyDb db, DutyFacts facts, ProductionWatch watch)
    {
        var from = watch.First - Duration.FromMinutes(SourceMinutes.Patience);
        var customers = WatchedEnvironments.Of(facts.Playbook).Customers;
        var came = await db
            .Errors.Where(e => facts.Projects.Contains(e.Project))
            .Where(e => customers.Contains(e.Environment) && e.LastSeen >= from)
            .Join(
                db.ErrorEvents.Where(e => e.At >= from),
                e => e.Id,
                e => e.ErrorId,
                (error, e) => new { error.Project, e.At }
            )
            .ToListAsync();
        return came.Select(e => (e.Project, Minute: EndpointMinute.BeginOf(e.At)))
            .Distinct()
            .ToLookup(e => e.Project, e => e.Minute);
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
}
