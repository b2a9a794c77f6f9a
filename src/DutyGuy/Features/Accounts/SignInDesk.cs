using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Accounts;

/// <summary>Checks name and password. An unknown name costs the same work as a wrong password.</summary>
sealed class SignInDesk(DutyStore store, IClock clock)
{
    static readonly PasswordHasher<Account> Hasher = new();
    static readonly Account Nobody = new()
    {
        Person = "",
        Stamp = "",
        PasswordHash = Hasher.HashPassword(null!, Secrets.New()),
    };

    public static string Hash(string password) => Hasher.HashPassword(Nobody, password);

    /// <summary>The person and account when the password is theirs.</summary>
    public async Task<(Person Person, Account Account)?> Check(string nameOrMail, string password)
    {
        var person = await store.Read(db => Find(db, nameOrMail.Trim()));
        var handle = person?.Handle ?? "";
        var account = await store.Read(db => db.Accounts.FirstOrDefaultAsync(a => a.Person == handle));
        var hash = account?.PasswordHash ?? Nobody.PasswordHash!;
        var right = Hasher.VerifyHashedPassword(Nobody, hash, password) != PasswordVerificationResult.Failed;
        var here = person?.HasLeftBy(clock.GetCurrentInstant().InUtc().Date) == false;
        return right && here && account?.PasswordHash is not null ? (person!, account) : null;
    }

    static async Task<Person?> Find(DutyDb db, string nameOrMail)
    {
        var people = await db.People.ToListAsync();
        return people.Find(p => string.Equals(p.Handle, nameOrMail, StringComparison.OrdinalIgnoreCase))
            ?? people.Find(p => p.Emails.Contains(nameOrMail, StringComparer.OrdinalIgnoreCase));
    }
}
