using DutyGuy.Domain;
using DutyGuy.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Web;

/// <summary>A person's session. Each request reads role and stamp anew: who left or has a new password is out at once.</summary>
static class SessionCookie
{
    const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    public static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "duty-session";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromDays(30);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/sign-in";
        cookie.ReturnUrlParameter = "to";
        cookie.Events.OnValidatePrincipal = Validate;
    }

    /// <summary>Begins a session; without <paramref name="keep"/> it ends with the browser.</summary>
    public static async Task Begin(HttpContext context, Person person, Account account, bool keep)
    {
        var principal = new Caller(person.Handle, person.Handle, person.Role).ToPrincipal(Scheme, account.Stamp);
        await context.SignInAsync(Scheme, principal, new AuthenticationProperties { IsPersistent = keep });
        context.User = principal;
    }

    public static Task End(HttpContext context) => context.SignOutAsync(Scheme);

    static async Task Validate(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var caller = Caller.From(context.Principal!);
        var stamp = context.Principal!.FindFirst(System.Security.Claims.ClaimTypes.Sid)?.Value;
        var today = services.GetRequiredService<IClock>().GetCurrentInstant().InUtc().Date;
        var now = await services.GetRequiredService<DutyStore>().Read(db => Now(db, caller?.Person));
        if (now is var (person, account) && account.Stamp == stamp && !person.HasLeftBy(today))
            context.ReplacePrincipal(caller!.As(person.Role).ToPrincipal(Scheme, stamp));
        else
        {
            context.RejectPrincipal();
            await End(context.HttpContext);
        }
    }

    static async Task<(Person Person, Account Account)?> Now(DutyDb db, string? handle)
    {
        var person = await db.People.FirstOrDefaultAsync(p => p.Handle == handle);
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.Person == handle);
        return person is not null && account is not null ? (person, account) : null;
    }
}
