using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>What the duty that looks after an error's project knows.</summary>
static class ErrorFactsLoading
{
    /// <summary>Null while no duty looks after it.</summary>
    public static async Task<DutyFacts?> LoadFacts(this DutyDb db, TrackedError error, Instant now)
    {
        var project = await db.Projects.FirstAsync(p => p.Id == error.Project);
        var duty = DutyAssignment.OfProject(await db.AllDuties(), project.Name);
        return duty is null ? null : await db.LoadFacts(duty.Id, now);
    }

    /// <summary>Why nothing can be done about an error that <see cref="LoadFacts(DutyDb, TrackedError, Instant)"/> knows nothing of.</summary>
    public static async Task<Refusal> NobodyLooksAfter(this DutyDb db, TrackedError error)
    {
        if ((await db.AllDuties()).Count == 0)
            return Refusal.Conflict("No duty looks after this project yet. Set up a duty first.");
        var project = await db.Projects.FirstAsync(p => p.Id == error.Project);
        return Refusal.Conflict(
            $"Nobody looks after {project.Name}. Press “It is ours” on the page Today of the duty that takes it."
        );
    }
}
