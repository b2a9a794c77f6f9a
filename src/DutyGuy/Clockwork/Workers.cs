using DutyGuy.Adapters.Calendars;
using DutyGuy.Adapters.Prometheus;
using DutyGuy.Commands;
using DutyGuy.Store;

namespace DutyGuy.Clockwork;

/// <summary>What the server does towards the outside in the background.</summary>
static class Workers
{
    public static void AddServices(IServiceCollection services, ServeSettings settings)
    {
        var programs = ServerPrograms.Read(settings);
        services.AddSingleton(programs).AddSingleton(new ConnectedActions(programs.Actions));
        services.AddSingleton<RolloutActs>().AddSingleton<CiReruns>();
        services.AddSingleton<RolloutClaims>().AddSingleton<RolloutCommand>().AddSingleton<RolloutLines>();
        services.AddHostedService<RolloutRunner>();
        services
            .AddSingleton<Mirrors>()
            .AddSingleton<RepositoryFetch>()
            .AddSingleton<RolloutCommits>()
            .AddHostedService<RepositoryWatcher>();
        services.AddSingleton<CiQueue>().AddSingleton<CiCheck>().AddHostedService<CiWorker>();
        services.AddSingleton<PublicLinks>().AddSingleton<OutboxChannels>().AddSingleton<OutboxDelivery>();
        services.AddHostedService<OutboxSender>();
        services.AddSingleton(new CalendarFetch(settings.CalendarHosts));
        services.AddSingleton<PrometheusTimings>();
        AddRefresh<CalendarRefresh>(services);
        AddRefresh<PrometheusRefresh>(services);
        services.AddSingleton<Histories>().AddSingleton<OwnerFinder>();
        services.AddHostedService(provider => provider.GetRequiredService<Histories>());
        services.AddHostedService(provider => provider.GetRequiredService<OwnerFinder>());
    }

    static void AddRefresh<T>(IServiceCollection services)
        where T : class, IRefresh =>
        services
            .AddSingleton<T>()
            .AddSingleton<IRefresh>(provider => provider.GetRequiredService<T>())
            .AddHostedService<Refreshing<T>>();
}
