using DutyGuy.Clockwork;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using NodaTime;

namespace DutyGuy.Features.Rollouts;

/// <summary>Rollouts: what ships, the button, the way back, those made elsewhere, and how production fared after.</summary>
static class RolloutEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/rollouts", ReadRollouts.List);
        api.MapGet(
                "/rollouts/next",
                async (DutyStore store, IClock clock, ServerPrograms programs, string? duty) =>
                    (await ReadRollouts.Next(store, clock, programs, duty)).ToResult()
            )
            .Produces<NextView>();
        api.MapGet(
                "/rollouts/{id:long}",
                async (long id, DutyStore store, IClock clock) => (await ReadRollouts.One(id, store, clock)).ToResult()
            )
            .Produces<RolloutView>();
        api.MapPost("/rollouts", ReportRollout.Post).Needs(Role.Engineer).Produces<RolloutView>(201);
        api.MapPost("/rollouts/{id:long}/progress", ReportRollout.Progress)
            .Needs(Role.Engineer)
            .Produces<RolloutView>();
        api.MapPost("/duties/{duty}/rollouts", PressButton.Post).Needs(Role.Engineer).Produces<RolloutView>(201);
        api.MapPost("/duties/{duty}/rollouts/decline", PressButton.Decline)
            .Needs(Role.Engineer)
            .Produces<RolloutView>();
        api.MapPost("/rollouts/{id:long}/roll-back", PressButton.RollBack).Needs(Role.Engineer).Produces<RolloutView>();
        api.MapPost("/rollouts/{id:long}/keep", PressButton.Keep).Needs(Role.Engineer).Produces<RolloutView>();
        api.MapPatch("/rollouts/{id:long}", PressButton.Explain).Needs(Role.Engineer).Produces<RolloutView>();
        api.MapPost("/rollouts/{id:long}/settle", PressButton.Settle).Needs(Role.Engineer).Produces<RolloutView>();
        api.MapGet("/rollouts/{id:long}/performance", ReadPerformance.Get).Produces<PerformanceView>();
        api.MapPost("/rollouts/{id:long}/judgements", JudgeEndpoint.Post)
            .Needs(Role.Engineer)
            .Produces<PerformanceView>();
    }
}
