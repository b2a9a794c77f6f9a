using DutyGuy.Domain;
using DutyGuy.Web;

namespace DutyGuy.Features.Duties;

/// <summary>Duties, who is on duty, the rota, swaps, and the turn's own acts.</summary>
static class DutyEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var duties = api.MapGroup("/duties").WithTags("Duties");
        duties.MapGet("", ReadDuties.List).Produces<ListOf<DutyView>>();
        duties.MapPost("", CreateDuty.Handle).Needs(Role.Administrator).Produces<DutyView>(201);
        duties.MapGet("/{duty}", ReadDuties.One).Produces<DutyView>();
        duties.MapPatch("/{duty}", ChangeDuty.Handle).Needs(Role.ProcessOwner).Produces<DutyView>();
        duties.MapDelete("/{duty}", EndDuty.Handle).Needs(Role.Administrator).Produces<EndedDuty>();
        duties.MapPost("/{duty}/looks-after", LooksAfter.Post).Needs(Role.Engineer).Produces<DutyView>();
        duties.MapGet("/{duty}/on-duty", WhoIsOnDuty.Handle).Produces<OnDutyAnswer>();
        duties.MapGet("/{duty}/rota", ReadRota.Handle).Produces<ListOf<RotaItem>>();
        duties.MapPut("/{duty}/rota/{date}", EditTurn.Handle).Needs(Role.ProcessOwner).Produces<RotaItem>();
        duties.MapPost("/{duty}/rota/import", ImportTurns.Handle).Needs(Role.ProcessOwner).Produces<ImportedTurns>();
        duties.MapGet("/{duty}/rota/changes", RotaChanges.List).Produces<ListOf<TurnMove>>();
        duties.MapGet("/{duty}/rota/health", ReadRota.Health).Produces<RotaHealth>();
        duties.MapPost("/{duty}/swaps", SwapTurn.Offer).Needs(Role.Engineer).Produces<Swap>(201);
        duties.MapGet("/{duty}/swaps", SwapTurn.List).Produces<ListOf<Swap>>();
        duties.MapPost("/{duty}/start", ActOnTurn.Start).Needs(Role.Engineer).Produces<OnDutyAnswer>();
        duties.MapPost("/{duty}/take-over", ActOnTurn.TakeOver).Needs(Role.Engineer).Produces<OnDutyAnswer>();
        duties.MapPost("/{duty}/end", ActOnTurn.End).Needs(Role.Engineer).Produces<OnDutyAnswer>();
        duties.MapGet("/{duty}/facts", ReadFacts.Handle).Produces<ListOf<Fact>>();
        var swaps = api.MapGroup("/swaps").WithTags("Duties").Needs(Role.Engineer);
        swaps.MapPost("/{id}/accept", SwapTurn.Accept).Produces<Swap>();
        swaps.MapPost("/{id}/decline", SwapTurn.Decline).Produces<Swap>();
        swaps.MapPost("/{id}/withdraw", SwapTurn.Withdraw).Produces<Swap>();
        api.MapPost("/rota/changes/{id}/undo", RotaChanges.Undo)
            .WithTags("Duties")
            .Needs(Role.ProcessOwner)
            .Produces<TurnMove>();
    }
}
