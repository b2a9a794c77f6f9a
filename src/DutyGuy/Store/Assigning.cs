using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>Who looks after what changes: the rows of the duties, and a fact for each of them.</summary>
static class Assigning
{
    /// <summary>Writes what changed hands.</summary>
    public static async Task Reassign(this DutyDb db, LookingAfter after, string by, Instant now)
    {
        foreach (var duty in after.Duties)
            await db.Replace(duty);
        foreach (var fact in MoveFacts.Of(after.Moves, by, now))
            db.Append(fact);
    }

    /// <summary>A duty takes one thing; nothing is written when it has it.</summary>
    public static async Task LookAfter(this DutyDb db, string duty, KnownKind kind, string name, string by, Instant now)
    {
        var duties = await db.AllDuties();
        var taker = duties.First(d => d.Id == duty);
        await db.Reassign(LookingAfter.Taken(duties, taker, kind, name, await db.KnownSources()), by, now);
    }

    /// <summary>A new repository or project names its duty, once there are two and none of them named it before.</summary>
    public static async Task<Refusal?> NeedsDuty(this DutyDb db, KnownKind kind, string name, string? duty)
    {
        var duties = await db.AllDuties();
        var all = string.Join(", ", duties.Select(d => d.Id));
        return duty is not null
            ? duties.Any(d => d.Id == duty)
                ? null
                : Refusal.Invalid($"There is no duty “{duty}”. There are: {all}.", "duty")
            : duties.Count < 2 || DutyAssignment.Of(duties, kind, name) is not null
                ? null
                : Refusal.Invalid($"Say which duty looks after {MoveFacts.Thing(kind, name)}: {all}.", "duty");
    }
}
