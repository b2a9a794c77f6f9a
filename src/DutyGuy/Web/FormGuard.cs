using DutyGuy.Domain;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace DutyGuy.Web;

/// <summary>Marks a form that is open to everybody and still must come from our own page.</summary>
sealed class GuardedForm;

/// <summary>
/// A write by cookie needs the token of a page of ours, as a form field or in the header X-Duty-Form. Programs sign in by
/// token and need none; endpoints open to everybody do not look at the cookie.
/// </summary>
static class FormGuard
{
    public const string Header = "X-Duty-Form";

    public static void Configure(AntiforgeryOptions forms)
    {
        forms.HeaderName = Header;
        forms.Cookie.Name = "duty-forms";
        forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        forms.SuppressXFrameOptionsHeader = true; // SecurityHeaders says it
    }

    public static T GuardForm<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.AllowAnonymous().WithMetadata(new GuardedForm());

    public static void UseFormGuard(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                var forms = context.RequestServices.GetRequiredService<IAntiforgery>();
                if (!IsGuarded(context) || await forms.IsRequestValidAsync(context))
                    await next();
                else
                    await Refuse(context);
            }
        );

    /// <summary>The fields of a form; none when something else was sent.</summary>
    public static async Task<IFormCollection> Fields(this HttpRequest request) =>
        request.HasFormContentType ? await request.ReadFormAsync() : FormCollection.Empty;

    static bool IsGuarded(HttpContext context)
    {
        var marks = context.GetEndpoint()?.Metadata;
        if (marks?.GetMetadata<GuardedForm>() is not null)
            return true;
        return marks?.GetMetadata<IAllowAnonymous>() is null
            && context.User.Identity?.AuthenticationType == CookieAuthenticationDefaults.AuthenticationScheme;
    }

    static Task Refuse(HttpContext context)
    {
        const string why = "The form is too old or from elsewhere. Load the page again and press once more.";
        return context.IsApi()
            ? Refusal.Invalid(why).ToProblem().ExecuteAsync(context)
            : SentencePage.Answer(400, "Nothing was done", why, context.Request.Path).ExecuteAsync(context);
    }
}
