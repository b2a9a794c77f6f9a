using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>When each project was last heard of in each environment.</summary>
static class SourcesLoading
{
    public static async Task<IReadOnlyList<SourceSeen>> Of(DutyDb db, DutyFacts facts)
    {
        if (facts.Projects.Count == 0)
            return [];
        var (ask, mine) = (LoadQueries.Of(db), facts.Projects);
        var asked = string.Join(' ', mine);
        var environments = await db.Keep(
            [typeof(ProjectEnvironment)],
            $"environments of {facts.Duty.Id}",
            asked,
            () => ask.Environments(db, mine).ToListAsync()
        );
        var errors = await db.Keep(
            [typeof(TrackedError)],
            $"last errors of {facts.Duty.Id}",
            asked,
            () => ask.LastErrors(db, mine).ToDictionaryAsync(e => (e.Project, e.Environment), e => e.At)
        );
        var names = (
            await db.Keep([typeof(Project)], "projects", null, () => ask.Projects(db).ToListAsync())
        ).ToDictionary(p => p.Id, p => p.Name);
        var polled = environments.Any(e => e.Timings) ? await Polled(db) : [];
        var sources = new List<SourceSeen>();
        foreach (var seen in environments)
            sources.Add(
                new(seen.Project, names.GetValueOrDefault(seen.Project, $"{seen.Project}"), seen.Environment)
                {
                    Polled = polled.Contains((seen.Project, seen.Environment)),
                    Delay = SourceDelays.Of(db.Database.GetConnectionString(), seen.Project, seen.Environment),
                    LastTimings = seen.Timings ? await LastTimings(db, seen, facts.Now) : null,
                    LastError = errors.TryGetValue((seen.Project, seen.Environment), out var at) ? at : null,
                }
            );
        return sources;
    }

    /// <summary>The end of the last minute that was told, or now while it runs.</summary>
    static async Task<Instant?> LastTimings(DutyDb db, ProjectEnvironment seen, Instant now) =>
        await LoadQueries.Of(db).LastMinute(db, seen.Project, seen.Environment) is { } begin
            ? Instant.Min(begin + Duration.FromMinutes(1), now)
            : null;

    static async Task<HashSet<(int, string)>> Polled(DutyDb db) =>
        [
            .. (await LoadQueries.Of(db).Polled(db).ToListAsync())
                .Where(c => c.Settings.ContainsKey("project"))
                .Select(c =>
                    (
                        int.Parse(c.Settings["project"], System.Globalization.CultureInfo.InvariantCulture),
                        c.Settings.GetValueOrDefault("environment", Environments.Production)
                    )
                ),
        ];
}
