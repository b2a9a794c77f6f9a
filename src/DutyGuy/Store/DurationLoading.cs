using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>What is drawn of endpoints round a rollout.</summary>
static class DurationLoading
{
    public static async Task<IReadOnlyDictionary<string, EndpointDurations>> Durations(
        this DutyDb db,
        IReadOnlyList<int> projects,
        Instant since,
        Instant now,
        IReadOnlyList<string> endpoints
    )
    {
        var (before, after) = PerformanceLoading.Windows(since, now);
        var rows = await db.TimingsBetween(projects, before.Start, after.End)
            .Where(m => endpoints.Contains(m.Endpoint))
            .ToListAsync();
        var requests = await db.TimingsBetween(projects, after.End - Duration.FromDays(1), after.End)
            .Where(m => endpoints.Contains(m.Endpoint))
            .GroupBy(m => m.Endpoint)
            .Select(m => new { Endpoint = m.Key, Count = m.Sum(x => x.Count) })
            .ToDictionaryAsync(m => m.Endpoint, m => m.Count, StringComparer.Ordinal);
        return rows.GroupBy(r => r.Endpoint, StringComparer.Ordinal)
            .ToDictionary(
                one => one.Key,
                one => EndpointDurations.Of(one.Select(r => r.ToMinute()), since, requests.GetValueOrDefault(one.Key)),
                StringComparer.Ordinal
            );
    }
}
