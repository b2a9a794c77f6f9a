using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>Which duty ships when nobody names one.</summary>
static class RolloutDuty
{
    /// <summary>The first by name whose playbook has the button, else the first; null without any duty.</summary>
    public static async Task<string?> DutyOfRollouts(this DutyDb db, Instant now)
    {
        var duties = (await db.AllDuties()).OrderBy(d => d.Name, StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var duty in duties)
            if (await db.ReadablePlaybook(duty.Id, now) is { } playbook && Gates.RolloutRule(playbook) is not null)
                return duty.Id;
        return duties.FirstOrDefault()?.Id;
    }
}
