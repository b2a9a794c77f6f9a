using DutyGuy.Domain;
using DutyGuy.Store;
using NodaTime;

namespace DutyGuy.Features.Intake;

/// <summary>From which environments something ever came; what never came is not watched and has no gates.</summary>
sealed class SeenEnvironments
{
    readonly HashSet<(int Project, string Environment, bool Timings)> known = [];

    public async Task Keep(DutyDb db, IReadOnlyList<ReceivedEvents> batch, Instant now)
    {
        foreach (var (project, environment, timings) in Of(batch).Where(e => !known.Contains(e)))
            await db.Note(new ProjectEnvironment(project, environment, now) { Timings = timings });
    }

    public void Remember(IReadOnlyList<ReceivedEvents> batch) => known.UnionWith(Of(batch));

    static IEnumerable<(int, string, bool)> Of(IReadOnlyList<ReceivedEvents> batch) =>
        batch
            .SelectMany(r =>
                r.Sightings.Select(s => (r.Project.Id, s.Seen.Environment, false))
                    .Concat(r.Timings.Select(t => (r.Project.Id, t.Environment, true)))
            )
            .Distinct();
}
