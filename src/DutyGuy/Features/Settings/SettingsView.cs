using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Settings;

/// <summary>What the settings page lists; administrators' parts are empty for others.</summary>
public sealed record SettingsView(
    IReadOnlyList<Project> Projects,
    IReadOnlyDictionary<int, Instant> LastEvents,
    IReadOnlyDictionary<int, int> Unowned,
    IReadOnlyList<SourceRepository> Repositories,
    IReadOnlyList<Connection> Connections,
    IReadOnlyList<ApiToken> Tokens,
    IReadOnlyList<WallKey> Walls
)
{
    public static async Task<SettingsView> Load(DutyDb db, bool administrator) =>
        new(
            await db.Projects.OrderBy(p => p.Id).ToListAsync(),
            await db.Errors.GroupBy(e => e.Project).ToDictionaryAsync(g => g.Key, g => g.Max(e => e.LastSeen)),
            await db
                .Errors.Where(e => e.Status == ErrorStatus.Open && e.Assignee == null && !e.Baseline)
                .GroupBy(e => e.Project)
                .ToDictionaryAsync(g => g.Key, g => g.Count()),
            await db.Repositories.OrderBy(r => r.Id).ToListAsync(),
            administrator ? await db.Connections.OrderBy(c => c.Id).ToListAsync() : [],
            administrator ? await db.Tokens.Where(t => t.WithdrawnAt == null).OrderBy(t => t.Id).ToListAsync() : [],
            administrator ? await db.WallKeys.Where(w => w.WithdrawnAt == null).OrderBy(w => w.Id).ToListAsync() : []
        );
}
