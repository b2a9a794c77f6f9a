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
    }
}
