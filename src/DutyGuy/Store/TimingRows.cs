using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>The stored minutes of production.</summary>
static class TimingRows
{
    public static async Task<List<EndpointMinute>> Timings(
        this DutyDb db,
        IReadOnlyList<int> projects,
        Instant from,
        Instant to
    ) =>
        [
            .. (await db.TimingsBetween(projects, from, to).Where(m => m.Count > 0).ToListAsync()).Select(m =>
                m.ToMinute()
            ),
        ];

    /// <summary>Minutes that were told with no request are among them.</summary>
    public static IQueryable<MinuteRow> TimingsBetween(
        this DutyDb db,
        IReadOnlyList<int> projects,
        Instant from,
        Instant to
    ) =>
        db.Minutes.Where(m =>
            projects.Contains(m.Project)
            && m.Environment == Environments.Production
            && m.Minute >= from
            && m.Minute < to
        );
}
