using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>A new duty comes with the first version of its playbook.</summary>
static class NewDuties
{
    public static async Task<Duty> AddDuty(
        this DutyDb db,
        Duty duty,
        Playbook playbook,
        IReadOnlyDictionary<string, string> files,
        string author,
        Instant now
    )
    {
        await db.Insert(
            new PlaybookVersion
            {
                Duty = duty.Id,
                Number = 1,
                Hash = playbook.Hash,
                Author = author,
                Reason = "The first playbook.",
                At = now,
                InForceFrom = now,
                Files = files,
            }
        );
        return await db.Insert(duty);
    }
}
