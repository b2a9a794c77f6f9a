using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Accounts;

/// <summary>A one-time address for a person: the invitation, and the way back when the password is lost.</summary>
static class Invite
{
    public static async Task<IResult> Make(string handle, Asking ask)
    {
        var made = await To(handle, ask);
        return made.Refusal is { } refusal ? refusal.ToProblem() : TypedResults.Created((string?)null, made.Value);
    }

    public static async Task<Outcome<Invitation>> To(string handle, Asking ask)
    {
        var secret = Secrets.New();
        var made = await ask.Store.Change(db => Insert(db, handle, Secrets.Hash(secret), ask.Now));
        return made.Refusal is { } refusal
            ? refusal
            : new Invitation(ask.Address.To($"/welcome/{secret}"), made.Value!.ExpiresAt);
    }

    static async Task<Outcome<OneTimeAddress>> Insert(DutyDb db, string handle, string hash, Instant now)
    {
        var person = await db.People.FirstOrDefaultAsync(p => p.Handle == handle);
        if (person is null)
            return Refusal.NotFound($"Nobody here is called “{handle}”.");
        return person.HasLeftBy(now.InUtc().Date)
            ? Refusal.Conflict($"{person.Name} left on {person.LeftOn:uuuu-MM-dd}.")
            : await db.MakeOneTimeAddress(handle, hash, now);
    }

    public sealed record Invitation(string Address, Instant ExpiresAt);
}
