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
        var (projects, environments) = (facts.Projects, facts.ConnectedEnvironments.ToList());
        var timed = await db
            .Minutes.Where(m =>
                projects.Contains(m.Project)
                && environments.Contains(m.Environment)
                && m.Minute >= from
                && m.Minute <= facts.Now
            )
            .GroupBy(m => m.Environment)
            .Select(e => new
            {
                Environment = e.Key,
                Count = e.Sum(m => m.Count),
                True = e.All(m => m.CountIsTrue),
            })
            .ToListAsync();
        var requests = timed.ToDictionary(
            t => t.Environment,
            t => t.True ? (double?)(t.Count / Minutes) : null,
            StringComparer.Ordinal
        );
        foreach (
            var environment in facts
                .ConnectedEnvironments.Append(Environments.Production)
                .Append(Environments.Staging)
                .Distinct(StringComparer.Ordinal)
        )
            await Fed(db, facts.Now, from, environment, requests);
        return requests;
    }

    /// <summary>A figure fed by hand wins; one that stopped coming cannot be told.</summary>
    static async Task Fed(
        DutyDb db,
        Instant now,
        Instant from,
        string environment,
        Dictionary<string, double?> requests
    )
    {
        var name = $"requests in {environment}";
        var figures = await db
            .Numbers.Where(n => n.Name == name && n.At <= now)
            .OrderByDescending(n => n.Id)
            .Take(Minutes)
            .ToListAsync();
        if (figures.Count == 0)
            return;
        var fresh = figures.Where(n => n.At > from).ToList();
        requests[environment] = fresh.Count == 0 ? null : fresh.Average(n => n.Value);
    }
}
