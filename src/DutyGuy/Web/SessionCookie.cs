using Microsoft.AspNetCore.Authentication.Cookies;

namespace DutyGuy.Web;

/// <summary>A person's session. Pages send who is not signed in to the door; the API answers 401 and 403.</summary>
static class SessionCookie
{
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
        cookie.Events.OnRedirectToLogin = context => Redirect(context, 401);
        cookie.Events.OnRedirectToAccessDenied = context => Redirect(context, 403);
    }

    static Task Redirect(
        Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context,
        int status
    )
    {
        if (status == 401 && !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            context.Response.Redirect(context.RedirectUri);
        else
            context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
