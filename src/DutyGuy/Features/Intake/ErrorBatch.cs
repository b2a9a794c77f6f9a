using DutyGuy.Clockwork;
using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Intake;

/// <summary>The errors of one batch: new ones begin their life, resolved ones may be back, all are counted.</summary>
sealed class ErrorBatch(DutyDb db, Histories histories, IReadOnlyList<ReceivedEvents> batch, Instant now)
{
    readonly ProjectFiles files = new(db, histories);
    readonly IntakeFacts facts = new(db, [.. batch.Select(r => r.Project).DistinctBy(p => p.Id)], now);

    /// <summary>True when an error is new or back; false when errors that were known are counted.</summary>
    public async Task<bool> Keep(IReadOnlyList<Sighting> sightings)
    {
        if (sightings.Count == 0)
            return false;
        var found = new List<(long Error, Sighting Sighting)>();
        foreach (var place in sightings.GroupBy(s => (s.Project, s.Seen.Environment)))
            found.AddRange(await Find(place.Key.Project, place.Key.Environment, [.. place]));
        var groups = found.GroupBy(f => f.Error, f => f.Sighting).ToList();
        await EventRows.Keep(db, groups);
        var users = await EventRows.CountNewUsers(db, groups);
        foreach (var error in await db.ErrorsOf([.. groups.Select(g => g.Key)]))
            await Count(error, [.. groups.Find(g => g.Key == error.Id)!], users.GetValueOrDefault(error.Id));
        await db.SaveChangesAsync();
        return facts.Any;
    }

    /// <summary>The error of each, also of those that begin with it; what they leave for those to come is kept.</summary>
    async Task<IEnumerable<(long Error, Sighting Sighting)>> Find(
        int project,
        string environment,
        IReadOnlyList<Sighting> sightings
    )
    {
        var born = new List<Sighting>();
        var known = await db.KnownKeys(project, environment, sightings.SelectMany(s => s.Keys.All));
        // Those that begin are counted below zero until the database has numbered them.
        var groups = new ErrorGroups(() => -(born.Count + 1), known);
        var found = new List<(long Error, Sighting Sighting)>();
        foreach (var sighting in sightings)
        {
            var error = groups.Add(sighting.Keys);
            if (-error > born.Count)
                born.Add(sighting);
            found.Add((error, sighting));
        }
        var begun = await Begin(born);
        await db.Keep(project, environment, groups.Learnt.Select(k => (k.Key, Numbered(k.Value))), now);
        return found.Select(f => (Numbered(f.Error), f.Sighting));

        long Numbered(long error) => error < 0 ? begun[(int)(-error - 1)].Id : error;
    }

    async Task<IReadOnlyList<TrackedError>> Begin(List<Sighting> born)
    {
        var errors = born.ConvertAll(Sightings.Begin);
        db.AddRange(errors);
        await db.SaveChangesAsync();
        foreach (var error in errors)
        {
            await facts.Seen(error);
            db.Entry(error).State = EntityState.Detached;
        }
        return errors;
    }

    async Task Count(TrackedError known, IReadOnlyList<Sighting> fresh, int users)
    {
        var error = known;
        var releases = error.Status == ErrorStatus.Resolved ? await Releases(error.Environment) : [];
        var back = fresh.FirstOrDefault(s =>
            ErrorLife.Regresses(error, s.Seen.Release, s.Seen.HappenedAt ?? s.At, releases)
        );
        if (back is not null)
            error = await facts.IsBack(error, back);
        // Only what differs is written.
        db.Attach(known).CurrentValues.SetValues(Sightings.Count(error, fresh, users, await files.Of(error.Project)));
        await TrimWhenDue(error, fresh.Count);
    }

    /// <summary>Each time another fifty came: so there are never many more than fifty.</summary>
    async Task TrimWhenDue(TrackedError error, int more)
    {
        if (error.Events / EventRows.MostKept != (error.Events + more) / EventRows.MostKept)
            await EventRows.Trim(db, error.Id);
    }

    /// <summary>In the order in which they first ran: before one that was rolled out there was what it took the place of.</summary>
    async Task<IReadOnlyList<string>> Releases(string environment)
    {
        var rollouts = await db
            .Rollouts.Where(r => r.Environment == environment && r.SwitchedAt != null)
            .OrderBy(r => r.SwitchedAt)
            .ThenBy(r => r.Id)
            .Select(r => new { r.FromRelease, r.Release })
            .ToListAsync();
        return [.. rollouts.SelectMany(r => new[] { r.FromRelease, r.Release }).OfType<string>().Distinct()];
    }
}
