using DutyGuy.Commands;

namespace DutyGuy.Features;

/// <summary>The table of contents of the web: each line is one slice.</summary>
static class AllFeatures
{
    public static void AddServices(IServiceCollection services, ServeSettings settings)
    {
        services.AddSingleton<Clockwork.Passes>();
        services.AddHostedService<Clockwork.Bootstrap>();
    }

    public static void Map(WebApplication app, ServeSettings settings)
    {
        var api = app.MapGroup("/api/v1");
        Web.WebFiles.Map(app);
        Web.LiveEvents.Map(app);
        Health.HealthEndpoints.Map(app);
        Boards.BoardPages.Map(app);
        TestClock.TestClockEndpoints.Map(api, settings);
    }
}
