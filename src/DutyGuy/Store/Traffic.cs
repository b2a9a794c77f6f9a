using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary><c>requests in ENV</c>: a minute, mean of the last ten, from the timings or from a figure that was fed.</summary>
static class Traffic
{
    const int Minutes = 10;

    public static async Task<IReadOnlyDictionary<string, double?>> Now(DutyDb db, DutyFacts facts)
    {
        var from = facts.Now - Duration.FromMinutes(Minutes);
        var timed = await LoadQueries
            .Of(db)
            .Requests(db, facts.Projects, [.. facts.ConnectedEnvironments], from, facts.Now)
            .ToListAsync();
        var requests = timed.ToDictionary(
            t => t.Environment,
            t => t.True ? (double?)(t.Count / Minutes) : null,
            StringComparer.Ordinal
        );
        foreach (
            var environment in facts
                .ConnectedEnvironments.Append(Environments.Production)
                .Concat(WatchedEnvironments.Of(facts.Playbook).Requests)
                .Distinct(StringComparer.Ordinal)
        )
            await Fed(db, from, environment, requests);
        return requests;
    }

    /// <summary>A figure fed by hand wins; one that stopped coming cannot be told.</summary>
    static async Task Fed(DutyDb db, Instant from, string environment, Dictionary<string, double?> requests)
    {
        var name = $"requests in {environment}";
        var figures = await db.Keep(
            [typeof(NumberSignal)],
            name,
            null,
            () => LoadQueries.Of(db).Numbers(db, name, Minutes).ToListAsync()
        );
        if (figures.Count == 0)
            return;
        var fresh = figures.Where(n => n.At > from).ToList();
        requests[environment] = fresh.Count == 0 ? null : fresh.Average(n => n.Value);
    }
}
