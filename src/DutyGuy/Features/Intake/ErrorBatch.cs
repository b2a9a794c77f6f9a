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
        sightings = await Known(sightings);
        var groups = sightings.GroupBy(s => s.Group).ToList();
        var there = await Load(groups.Select(g => g.Key));
        var born = groups.Where(g => !there.ContainsKey(g.Key)).ToList();
        foreach (var error in await Begin(born))
            there[Group(error)] = error;
        await EventRows.Keep(db, groups.Select(g => (there[g.Key].Id, g)));
        var users = await EventRows.CountNewUsers(db, groups.Select(g => (there[g.Key].Id, g)));
        foreach (var group in groups)
            await Count(there[group.Key], [.. group], users.GetValueOrDefault(there[group.Key].Id));
        await db.SaveChangesAsync();
        return facts.Any;
    }

    // Stand-in until branch keys.
    async Task<IReadOnlyList<Sighting>> Known(IReadOnlyList<Sighting> sightings)
    {
        var all = new List<Sighting>();
        foreach (var s in sightings)
        {
            var keys = ErrorCause.Of(s.Seen).Keys;
            var order = keys.Finer.Append(keys.Cause).ToList();
            var rows = await db
                .ErrorKeys.Where(k => k.Project == s.Group.Project && k.Environment == s.Group.Environment && order.Contains(k.Key))
                .ToListAsync();
            var first = rows.OrderBy(r => order.IndexOf(r.Key)).FirstOrDefault();
            var error = first is null ? null : await db.Errors.FirstAsync(e => e.Id == first.ErrorId);
            all.Add(error is null ? s : s with { Group = s.Group with { Fingerprint = error.Fingerprint } });
        }
        return all;
    }

    async Task<Dictionary<ErrorGroup, TrackedError>> Load(IEnumerable<ErrorGroup> groups)
    {
        var all = new Dictionary<ErrorGroup, TrackedError>();
        foreach (var part in groups.GroupBy(g => (g.Project, g.Environment)))
        {
            var (project, environment) = part.Key;
            var fingerprints = part.Select(g => g.Fingerprint).ToList();
            var found = await db
                .Errors.Where(e => e.Project == project && e.Environment == environment)
                .Where(e => fingerprints.Contains(e.Fingerprint) && e.MergedInto == null)
                .ToListAsync();
            foreach (var error in found)
                all[Group(error)] = error;
        }
        return all;
    }

    async Task<IReadOnlyList<TrackedError>> Begin(List<IGrouping<ErrorGroup, Sighting>> groups)
    {
        var errors = groups.ConvertAll(g => Sightings.Begin(g.Key, g.First()));
        db.AddRange(errors);
        await db.SaveChangesAsync();
        foreach (var error in errors)
        {
            await facts.Seen(error);
            await db.Insert(new ErrorKey { Project = error.Project, Environment = error.Environment, Key = error.Fingerprint, ErrorId = error.Id, At = now });
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

    static ErrorGroup Group(TrackedError error) => new(error.Project, error.Environment, error.Fingerprint);
}
