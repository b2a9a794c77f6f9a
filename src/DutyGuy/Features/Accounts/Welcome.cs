using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Accounts;

/// <summary>A one-time address: the first person, an invitation, a lost password.</summary>
static class Welcome
{
    public static async Task<IResult> Show(HttpContext context, string secret, DutyStore store, IClock clock)
    {
        var address = await store.Read(db => Find(db, secret));
        if (Closed(address, clock.GetCurrentInstant()) is { } why)
            return why;
        if (address!.SignsIn)
            return await ComeIn(context, store, await store.Change(db => OneTimeUse.Enter(db, secret, clock)));
        var person = await store.Read(db => db.People.FirstOrDefaultAsync(p => p.Handle == address.Person));
        return Page(200, null, person, address);
    }

    public static async Task<IResult> Use(HttpContext context, string secret, DutyStore store, IClock clock)
    {
        var form = await context.Request.Fields();
        var chosen = new Chosen(
            form["handle"].ToString().Trim(),
            form["name"].ToString().Trim(),
            form["password"].ToString()
        );
        var address = await store.Read(db => Find(db, secret));
        if (Closed(address, clock.GetCurrentInstant()) is { } why)
            return why;
        var person = await store.Read(db => db.People.FirstOrDefaultAsync(p => p.Handle == address!.Person));
        if (Wrong(chosen, person) is { } refusal)
            return Page(400, refusal, person, address!, chosen);
        var hash = SignInDesk.Hash(chosen.Password);
        return await ComeIn(
            context,
            store,
            await store.Change(db => OneTimeUse.SetPassword(db, secret, chosen, hash, clock))
        );
    }

    static Task<OneTimeAddress?> Find(DutyDb db, string secret)
    {
        var hash = Secrets.Hash(secret);
        return db.OneTimeAddresses.FirstOrDefaultAsync(a => a.Hash == hash);
    }

    static Refusal? Wrong(Chosen chosen, Person? person)
    {
        if (person is null && PersonRules.WrongHandle(chosen.Handle) is { } handle)
            return handle;
        return chosen.Password.Length is >= 12 and <= 500
            ? null
            : Refusal.Invalid(
                "A password has at least 12 letters. A short sentence is easy to keep in mind.",
                "password"
            );
    }

    static Task<IResult> ComeIn(HttpContext context, DutyStore store, string? handle) =>
        handle is null ? Task.FromResult(Closed(null, default)!) : Enter(context, store, handle);

    /// <summary>Begins the session of a person who has an account.</summary>
    public static async Task<IResult> Enter(HttpContext context, DutyStore store, string handle)
    {
        var person = await store.Read(db => db.People.FirstAsync(p => p.Handle == handle));
        var account = await store.Read(db => db.Accounts.FirstAsync(a => a.Person == handle));
        await SessionCookie.Begin(context, person, account, keep: false);
        return TypedResults.LocalRedirect("/");
    }

    /// <summary>Why an address does not open, and what to do.</summary>
    static IResult? Closed(OneTimeAddress? address, Instant now)
    {
        var mend = address is { Person: null }
            ? "Start the server again for a new one, or sign in if you have an account."
            : "Ask an administrator for a new one, or sign in if you have a password.";
        if (address is null)
            return SentencePage.Answer(404, "This address is not known", $"Was it copied whole? {mend}", "/sign-in");
        if (address.UsedAt is not null)
            return SentencePage.Answer(410, "This address was used or replaced", $"It works once. {mend}", "/sign-in");
        return address.ExpiresAt <= now
            ? SentencePage.Answer(410, "This address is too old", $"It worked for three days. {mend}", "/sign-in")
            : null;
    }

    static RazorComponentResult<WelcomePage> Page(
        int status,
        Refusal? wrong,
        Person? person,
        OneTimeAddress address,
        Chosen? chosen = null
    ) =>
        new(
            new
            {
                Wrong = wrong,
                Person = person,
                IsFirst = address.Person is null,
                Chosen = chosen,
            }
        )
        {
            StatusCode = status,
        };
}

/// <summary>What a person wrote into the form.</summary>
public sealed record Chosen(string Handle, string Name, string Password);
