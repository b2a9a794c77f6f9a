using DutyGuy.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>Makes addresses that work once. A new one withdraws the older ones of the same person.</summary>
static class OneTimeAddresses
{
    /// <summary>How long an address works.</summary>
    public static readonly Duration Valid = Duration.FromDays(3);

    /// <summary>Makes one; null for the first person of an empty installation.</summary>
    public static async Task<OneTimeAddress> MakeOneTimeAddress(
        this DutyDb db,
        string? person,
        string hash,
        Instant now,
        bool signsIn = false
    )
    {
        await db.WithdrawOneTimeAddresses(person, now);
        return await db.Insert(
            new OneTimeAddress
            {
                Hash = hash,
                Person = person,
                SignsIn = signsIn,
                ExpiresAt = now + Valid,
            }
        );
    }

    /// <summary>All open ones of this person count as used.</summary>
    public static Task WithdrawOneTimeAddresses(this DutyDb db, string? person, Instant now) =>
        db
            .OneTimeAddresses.Where(a => a.Person == person && a.UsedAt == null)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.UsedAt, now));
}
