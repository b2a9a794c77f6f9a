using DutyGuy.Clockwork;
using DutyGuy.Commands;
using DutyGuy.Features;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
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
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error); // a forged form is answered, no more
        var started = false; // who starts it tells what went wrong, without a trace
        builder.Logging.AddFilter(
            "Microsoft.Extensions.Hosting.Internal.Host",
            level => started && level >= LogLevel.Warning
        );
        AddParts(builder.Services, settings, clock ?? new DutyClock(settings.TestClock));
        AddAccess(builder.Services, settings);
        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => started = true);
        app.UseProxies(settings);
        app.UseSettling();
        app.UseClearErrors();
        app.UseWordsForProblems();
        app.UseSecurityHeaders(settings.WallFrames);
        app.UseResponseCompression();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAudit();
        app.UseAuthorization();
        app.UseFormGuard();
        app.UseNulGuard();
        app.UseAntiforgery();
        app.UseIdempotency();
        AllFeatures.Map(app, settings);
        return app;
    }

    /// <summary>
    /// As <see cref="Build"/>, for a program that starts but once: what the tables and the first requests need is made ready
    /// on another core, beside the rest.
    /// </summary>
    public static WebApplication BuildWarm(ServeSettings settings, DutyClock? clock = null)
    {
        _ = Task.Run(() => Database.MakeModel(settings.Database));
        var app = Build(settings, clock);
        _ = Task.Run(() => ((IEndpointRouteBuilder)app).DataSources.Sum(source => source.Endpoints.Count));
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
        services.AddPages();
        AllFeatures.AddServices(services, settings);
        services.AddRazorComponents();
    }

    static void AddAccess(IServiceCollection services, ServeSettings settings)
    {
        services.AddSingleton(_ => new SecretBox(MasterKey.Of(settings)));
        services.AddSessionKeys(settings.Database);
        services.AddSingleton<WallAccess>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Refusals>();
        services.AddAntiforgery(FormGuard.Configure);
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
