using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Tokens;

/// <summary>Makes a token, whose secret only this answer has, and takes it back.</summary>
static class MakeToken
{
    public static async Task<Outcome<TokenView>> In(DutyStore store, NewToken asked, Instant now)
    {
        var secret = Secrets.New("duty_");
        var made = await store.Change(db => Insert(db, asked, Secrets.Hash(secret), now));
        return made.Refusal is { } refusal ? refusal : TokenView.Of(made.Value!, secret);
    }

    public static async Task<Refusal?> Withdraw(DutyStore store, long id, Instant now)
    {
        var found = await store.Change(db =>
            db.Tokens.Where(t => t.Id == id)
                .ExecuteUpdateAsync(t => t.SetProperty(x => x.WithdrawnAt, x => x.WithdrawnAt ?? now))
        );
        return found == 0 ? Refusal.NotFound($"There is no token {id}.") : null;
    }

    static async Task<Outcome<ApiToken>> Insert(DutyDb db, NewToken asked, string hash, Instant now)
    {
        if (asked.Name.Trim().Length is 0 or > 100)
            return Refusal.Invalid("Say what the token is for, in 1 to 100 letters.", "name");
        if (asked.Person is { } handle && !await db.People.AnyAsync(p => p.Handle == handle))
            return Refusal.Invalid($"Nobody here is called “{handle}”.", "person");
        return await db.Insert(
            new ApiToken
            {
                Name = asked.Name.Trim(),
                Hash = hash,
                Role = asked.Role,
                Person = asked.Person,
                CreatedAt = now,
            }
        );
    }
}
