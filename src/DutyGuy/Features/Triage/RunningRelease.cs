using DutyGuy.Store;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Features.Triage;

/// <summary>The release in which somebody says that an error is mended.</summary>
static class RunningRelease
{
    /// <summary>What was rolled out last in the error's environment; when no rollout is known, what sent its last event.</summary>
    public static async Task<string?> Of(DutyDb db, long error)
    {
        var environment = await db.Errors.Where(e => e.Id == error).Select(e => e.Environment).FirstOrDefaultAsync();
        return await db
                .Rollouts.Where(r => r.Environment == environment && r.SwitchedAt != null)
                .OrderByDescending(r => r.SwitchedAt)
                .ThenByDescending(r => r.Id)
                .Select(r => r.Status == Domain.RolloutStatus.RolledBack ? r.FromRelease : r.Release)
                .FirstOrDefaultAsync()
            ?? await db
                .ErrorEvents.Where(e => e.ErrorId == error)
                .OrderByDescending(e => e.Id)
                .Select(e => e.Release)
                .FirstOrDefaultAsync();
    }
}
