using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;

namespace DutyGuy.Features.Walls;

/// <summary>The key of a wall by a form of the page Settings, and its withdrawal.</summary>
static class WallForms
{
    public static void Map(WebApplication app)
    {
        var forms = app.MapGroup("/settings/walls").Needs(Role.Administrator);
        forms.MapGet("", (HttpContext http, Caller caller) => Page.Form<WallFormPage>(http, caller));
        forms.MapPost("", Make);
        forms.MapPost("/{id:long}/withdraw", Withdraw);
    }

    static async Task<IResult> Make(HttpContext http, Caller caller, Asking ask)
    {
        var form = await http.Request.Fields();
        var made = await MakeWall.In(ask.Store, new(form.Text("name") ?? ""), ask.Now);
        return made.Refusal is { } refusal
            ? await Page.Form<WallFormPage>(http, caller, refusal)
            : await Made(made.Value!, ask.Address).Page(http, caller);
    }

    static Once Made(WallView wall, PublicAddress address) =>
        new(
            "settings",
            "Settings, walls",
            $"The wall “{wall.Name}” has its address.",
            "Open it on the big screen now: it is shown this once.",
            "address",
            address.To(wall.Path!),
            "/settings#walls"
        );

    static async Task<IResult> Withdraw(long id, Asking ask) =>
        Form.Done(
            await MakeWall.Withdraw(ask.Store, id, ask.Now),
            "/settings#walls",
            "The address of the wall is withdrawn. It opens nothing any more."
        );
}
