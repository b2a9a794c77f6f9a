using DutyGuy.Commands;

namespace DutyGuy.Features;

/// <summary>The table of contents of the web: each line is one slice.</summary>
static class AllFeatures
{
    public static void AddServices(IServiceCollection services, ServeSettings settings)
    {
        services.AddSingleton<Clockwork.StepActions>();
        services.AddSingleton<Clockwork.Passes>();
        services.AddSingleton<Clockwork.FirstAddress>();
        services.AddHostedService<Clockwork.Bootstrap>();
        Accounts.AccountEndpoints.AddServices(services);
        Connections.ConnectionEndpoints.AddServices(services);
        services.AddSingleton<People.SetCalendar>();
        ApiDocs.ApiDocsEndpoints.AddServices(services);
        services.AddHostedService(provider => provider.GetRequiredService<Clockwork.Passes>());
        services.AddHostedService<Clockwork.RestoreWatch>();
        Intake.IntakeEndpoints.AddServices(services);
        Clockwork.Workers.AddServices(services, settings);
    }

    public static void Map(WebApplication app, ServeSettings settings)
    {
        var api = app.MapGroup("/api/v1");
        Web.WebFiles.Map(app);
        Web.LiveEvents.Map(app);
        Health.HealthEndpoints.Map(app);
        People.PeopleEndpoints.Map(api);
        People.AbsenceEndpoints.Map(api);
        Accounts.AccountEndpoints.Map(app, api, settings);
        Tokens.TokenEndpoints.Map(api);
        Walls.WallKeyEndpoints.Map(api);
        Connections.ConnectionEndpoints.Map(api);
        Audit.AuditEndpoints.Map(api);
        ApiDocs.ApiDocsEndpoints.Map(app);
        Board.BoardPages.Map(app);
        Board.SetUp.Map(app);
        Triage.TriagePages.Map(app);
        Pokes.PokePages.Map(app);
        Pokes.PokeForms.Map(app);
        Walls.WallPages.Map(app);
        Rollouts.RolloutPages.Map(app);
        Rota.RotaPages.Map(app);
        Rota.RotaEndpoints.Map(app, api);
        Rollouts.RolloutEndpoints.Map(api);
        Rollouts.HoldEndpoints.Map(api);
        Insights.InsightEndpoints.Map(api);
        LogBook.LogPages.Map(app);
        LogBook.LogForms.Map(app);
        Playbooks.PlaybookPages.Map(app);
        Duties.DutyForms.Map(app);
        Duties.DaysOffForms.Map(app);
        Checklists.StepForms.Map(app);
        People.AbsenceForms.Map(app);
        People.PeoplePages.Map(app);
        Performance.PerformancePages.Map(app);
        Settings.SettingsPages.Map(app);
        Projects.ProjectForms.Map(app);
        Repositories.RepositoryForms.Map(app);
        Tokens.TokenForms.Map(app);
        Walls.WallForms.Map(app);
        Connections.ConnectionForms.Map(app);
        People.PersonForms.Map(app);
        Accounts.InviteForms.Map(app);
        Repositories.RepositoryEndpoints.Map(api);
        Messages.OutboxEndpoints.Map(api);
        Rollouts.RolloutForms.Map(app);
        Triage.TriageForms.Map(app);
        TestClock.TestClockEndpoints.Map(api, settings);
        Duties.DutyEndpoints.Map(api);
        Duties.HolidayEndpoints.Map(api);
        Board.BoardEndpoints.Map(api);
        Checklists.ChecklistEndpoints.Map(api);
        LogBook.LogEndpoints.Map(api);
        Playbooks.PlaybookEndpoints.Map(api);
        Signals.SignalEndpoints.Map(api);
        Intake.IntakeEndpoints.Map(app, api);
        Projects.ProjectEndpoints.Map(api);
        SourceMaps.SourceMapEndpoints.Map(api);
        Triage.TriageEndpoints.Map(api);
        Pokes.PokeEndpoints.Map(api);
    }
}
