using DutyGuy.Commands;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Accounts;

/// <summary>A one-time address for a person: the invitation, and the way back when the password is lost.</summary>
static class Invite
{
    public static async Task<IResult> Make(
        string handle,
        HttpContext context,
        ServeSettings settings,
        DutyStore store,
        IClock clock
    )
    {
        var secret = Secrets.New();
        var made = await store.Change(db => Insert(db, handle, Secrets.Hash(secret), clock.GetCurrentInstant()));
        if (made.Refusal is { } refusal)
            return refusal.ToProblem();
        var root = settings.PublicAddress?.TrimEnd('/') ?? $"{context.Request.Scheme}://{context.Request.Host}";
        var invitation = new Invitation($"{root}/welcome/{secret}", made.Value!.ExpiresAt);
        return TypedResults.Created((string?)null, invitation);
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

    sealed record Invitation(string Address, Instant ExpiresAt);
}
