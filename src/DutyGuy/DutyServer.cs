using DutyGuy.Clockwork;
using DutyGuy.Commands;
using DutyGuy.Features;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace DutyGuy;

/// <summary>Puts the server together; the same for <c>duty serve</c>, the demo and the tests.</summary>
public static class DutyServer
{
    public static WebApplication Build(ServeSettings settings, DutyClock? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
        );
        builder.WebHost.UseUrls(settings.Urls).UseKestrelHttpsConfiguration();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        AddParts(builder.Services, settings, clock ?? new DutyClock(settings.TestClock));
        AddAccess(builder.Services);
        var app = builder.Build();
        app.UseClearErrors();
        app.UseSecurityHeaders(settings.WallFrames);
        app.UseResponseCompression();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAudit();
        app.UseAuthorization();
        app.UseAntiforgery();
        AllFeatures.Map(app, settings);
        return app;
    }

    static void AddParts(IServiceCollection services, ServeSettings settings, DutyClock clock)
    {
        services.AddSingleton(settings);
        services.AddSingleton(clock).AddSingleton<IClock>(clock);
        services.AddSingleton<Pulse>();
        services.AddSingleton(provider => new DutyStore(
            Database.Opener(settings.Database),
            provider.GetRequiredService<Pulse>()
        ));
        services.ConfigureHttpJsonOptions(json => Words.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddProblemDetails();
        services.AddRazorComponents();
        services.AddPages();
        AllFeatures.AddServices(services, settings);
    }

    static void AddAccess(IServiceCollection services)
    {
        services.AddAntiforgery(forgery => forgery.Cookie.Name = "duty-forms");
        services
            .AddDataProtection()
            .SetApplicationName("duty")
            .AddKeyManagementOptions(keys => keys.AutoGenerateKeys = true);
        services
            .AddAuthentication("either")
            .AddPolicyScheme(
                "either",
                null,
                either =>
                    either.ForwardDefaultSelector = context =>
                        TokenAuthentication.IsUsed(context.Request)
                            ? TokenAuthentication.SchemeName
                            : CookieAuthenticationDefaults.AuthenticationScheme
            )
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null)
            .AddCookie(SessionCookie.Configure);
        services.AddAuthorizationBuilder().SetFallbackPolicy(Access.SignedIn);
    }
}
