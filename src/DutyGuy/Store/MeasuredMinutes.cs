using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>Minutes that something else measured are kept, and from which environments something ever came.</summary>
static class MeasuredMinutes
{
    /// <summary>A minute told again replaces the one before.</summary>
    public static async Task Keep(
        this DutyDb db,
        int project,
        string environment,
        IReadOnlyList<EndpointMinute> minutes,
        Instant now
    )
    {
        if (minutes.Count == 0)
            return;
        await Replace(db, project, environment, minutes);
        SourceDelays.Told(db.Database.GetConnectionString(), project, environment, minutes.Max(m => m.Minute), now);
        await db.Note(new ProjectEnvironment(project, environment, now) { Timings = true });
    }

    /// <summary>Errors alone make an environment known; timings, too, when they come later.</summary>
    public static async Task Note(this DutyDb db, ProjectEnvironment seen)
    {
        var before = await db.ProjectEnvironments.FirstOrDefaultAsync(e =>
            e.Project == seen.Project && e.Environment == seen.Environment
        );
        if (before is null)
            await db.Insert(seen);
        else if (seen.Timings && !before.Timings)
            await db.Replace(before with { Timings = true });
    }

    /// <summary>What tells the minutes of one project and environment apart.</summary>
    public static (Instant, string, string, string) Key(this EndpointMinute minute) =>
        (minute.Minute, minute.Endpoint, minute.Release, minute.Segment);

    /// <summary>What was kept of them before goes. Of two in one list the last counts.</summary>
    static async Task Replace(DutyDb db, int project, string environment, IReadOnlyList<EndpointMinute> minutes)
    {
        var rows = minutes.GroupBy(Key).Select(same => MinuteRow.Of(project, same.Last())).ToList();
        var (from, to) = (rows.Min(r => r.Minute), rows.Max(r => r.Minute));
        var there = await db
            .Minutes.Where(m => m.Project == project && m.Environment == environment)
            .Where(m => m.Minute >= from && m.Minute <= to)
            .Select(m => new
            {
                m.Minute,
                m.Endpoint,
                m.Release,
                m.Segment,
            })
            .ToListAsync();
        var known = there.Select(m => (m.Minute, m.Endpoint, m.Release, m.Segment)).ToHashSet();
        foreach (var row in rows)
            db.Entry(row).State = known.Contains((row.Minute, row.Endpoint, row.Release, row.Segment))
                ? EntityState.Modified
                : EntityState.Added;
        await db.SaveChangesAsync();
    }
}
