using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using NodaTime;

namespace DutyGuy.Features.Tokens;

/// <summary>A token by a form of the page Settings, and its withdrawal.</summary>
static class TokenForms
{
    public static void Map(WebApplication app)
    {
        var forms = app.MapGroup("/settings/tokens").Needs(Role.Administrator);
        forms.MapGet("", (HttpContext http, Caller caller) => Page.Form<TokenFormPage>(http, caller));
        forms.MapPost("", Make);
        forms.MapPost("/{id:long}/withdraw", Withdraw);
    }

    static async Task<IResult> Make(HttpContext http, Caller caller, DutyStore store, IClock clock)
    {
        var form = await http.Request.Fields();
        var made = form.Role("role") is { } role
            ? await MakeToken.In(
                store,
                new(form.Text("name") ?? "", role, form.Text("person")),
                clock.GetCurrentInstant()
            )
            : Refusal.Invalid("Choose one of the roles.", "role");
        return made.Refusal is { } refusal
            ? await Page.Form<TokenFormPage>(http, caller, refusal)
            : await Made(made.Value!).Page(http, caller);
    }

    static Once Made(TokenView token) =>
        new(
            "settings",
            "Settings, tokens",
            $"The token “{token.Name}” is made.",
            "Copy it now: it is shown this once and kept nowhere. Programs send it as “Authorization: Bearer …”.",
            "token",
            token.Token!,
            "/settings#tokens"
        );

    static async Task<IResult> Withdraw(long id, DutyStore store, IClock clock) =>
        Form.Done(
            await MakeToken.Withdraw(store, id, clock.GetCurrentInstant()),
            "/settings#tokens",
            "The token is withdrawn. It opens nothing any more."
        );
}
