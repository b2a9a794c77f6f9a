using DutyGuy.Commands;
using DutyGuy.Web;

namespace DutyGuy.Features.Accounts;

/// <summary>How people come in: the first address, an invitation, a password; and out again.</summary>
static class AccountEndpoints
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<SignInLimit>();
        services.AddSingleton<SignInDesk>();
    }

    public static void Map(WebApplication app, RouteGroupBuilder api, ServeSettings settings)
    {
        if (settings.Demo)
            app.MapPost("/demo/act-as", ActAs.Handle);
        app.MapGet("/sign-in", SignIn.Show).GuardForm();
        app.MapPost("/sign-in", SignIn.Try).GuardForm();
        app.MapPost("/sign-out", (Delegate)SignOut);
        app.MapGet("/welcome/{secret}", Welcome.Show).GuardForm();
        app.MapPost("/welcome/{secret}", Welcome.Use).GuardForm();
        api.MapPost("/people/{handle}/invitation", Invite.Make)
            .Needs(Domain.Role.Administrator)
            .Produces<Invite.Invitation>(201);
    }

    static async Task<IResult> SignOut(HttpContext context)
    {
        await SessionCookie.End(context);
        return TypedResults.LocalRedirect("/sign-in");
    }
}
