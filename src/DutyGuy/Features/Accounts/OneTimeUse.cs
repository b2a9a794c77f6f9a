using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Accounts;

/// <summary>Uses an address up, inside one transaction, so that of two at the same time one comes in.</summary>
static class OneTimeUse
{
    /// <summary>Sets the password and ends older sessions; the handle, or null when the address is not open any more.</summary>
    public static async Task<string?> SetPassword(DutyDb db, string secret, Chosen chosen, string hash, IClock clock)
    {
        var now = clock.GetCurrentInstant();
        if (await Open(db, secret, now) is not { } address)
            return null;
        await db.WithdrawOneTimeAddresses(address.Person, now);
        var handle = address.Person ?? await FirstPerson(db, chosen, now);
        var before = await db.Accounts.FirstOrDefaultAsync(a => a.Person == handle);
        var after = (before ?? new Account { Person = handle, Stamp = "" }) with
        {
            PasswordHash = hash,
            Stamp = Secrets.New(),
        };
        await (before is null ? db.Insert(after) : db.Replace(after));
        return handle;
    }

    /// <summary>For the demo: comes in without a password.</summary>
    public static async Task<string?> Enter(DutyDb db, string secret, IClock clock)
    {
        var now = clock.GetCurrentInstant();
        if (await Open(db, secret, now) is not { Person: { } handle, SignsIn: true } address)
            return null;
        await db.Replace(address with { UsedAt = now });
        await NeedsAccount(db, handle);
        return handle;
    }

    /// <summary>For the demo: an account without a password.</summary>
    public static async Task NeedsAccount(DutyDb db, string handle)
    {
        if (!await db.Accounts.AnyAsync(a => a.Person == handle))
            await db.Insert(new Account { Person = handle, Stamp = Secrets.New() });
    }

    static Task<OneTimeAddress?> Open(DutyDb db, string secret, Instant now)
    {
        var hash = Secrets.Hash(secret);
        return db.OneTimeAddresses.FirstOrDefaultAsync(a => a.Hash == hash && a.UsedAt == null && a.ExpiresAt > now);
    }

    static async Task<string> FirstPerson(DutyDb db, Chosen chosen, Instant now)
    {
        var name = chosen.Name.Length > 0 ? chosen.Name : PersonRules.NameFrom(chosen.Handle);
        if (await db.People.FirstOrDefaultAsync(p => p.Handle == chosen.Handle) is { } known)
            await db.Replace(known with { Role = Role.Administrator });
        else
            await db.Insert(
                new Person
                {
                    Handle = chosen.Handle,
                    Name = name,
                    JoinedOn = now.InUtc().Date,
                    AddedAt = now,
                    Role = Role.Administrator,
                }
            );
        return chosen.Handle;
    }
}
