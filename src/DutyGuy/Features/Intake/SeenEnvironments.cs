using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Intake;

/// <summary>From which environments something ever came; what never came is not watched and has no gates.</summary>
sealed class SeenEnvironments
{
    readonly HashSet<(int Project, string Environment, bool Timings)> known = [];

    public async Task Keep(DutyDb db, IReadOnlyList<ReceivedEvents> batch, Instant now)
    {
        foreach (var (project, environment, timings) in Of(batch).Where(e => !known.Contains(e)))
            await Note(db, new ProjectEnvironment(project, environment, now) { Timings = timings });
    }

    public void Remember(IReadOnlyList<ReceivedEvents> batch) => known.UnionWith(Of(batch));

    /// <summary>Errors alone make it known; timings, too, when they come later.</summary>
    public static async Task Note(DutyDb db, ProjectEnvironment seen)
    {
        var before = await db.ProjectEnvironments.FirstOrDefaultAsync(e =>
            e.Project == seen.Project && e.Environment == seen.Environment
        );
        if (before is null)
            await db.Insert(seen);
        else if (seen.Timings && !before.Timings)
            await db.Replace(before with { Timings = true });
    }

    static IEnumerable<(int, string, bool)> Of(IReadOnlyList<ReceivedEvents> batch) =>
        batch
            .SelectMany(r =>
                r.Sightings.Select(s => (r.Project.Id, s.Group.Environment, false))
                    .Concat(r.Timings.Select(t => (r.Project.Id, t.Environment, true)))
            )
            .Distinct();
}
