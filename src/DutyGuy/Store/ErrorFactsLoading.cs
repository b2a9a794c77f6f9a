using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>What the duty that looks after an error's project knows.</summary>
static class ErrorFactsLoading
{
    /// <summary>Null while there is no duty at all.</summary>
    public static async Task<DutyFacts?> LoadFacts(this DutyDb db, TrackedError error, Instant now)
    {
        var project = await db.Projects.FirstAsync(p => p.Id == error.Project);
        var duty = DutyAssignment.OfProject(await db.AllDuties(), project.Name);
        return duty is null ? null : await db.LoadFacts(duty.Id, now);
    }
}
