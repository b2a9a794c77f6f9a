using DutyGuy.Domain;
using DutyGuy.Web;

namespace DutyGuy.Features.Duties;

/// <summary>Duties, who is on duty, the rota, swaps, and the turn's own acts.</summary>
static class DutyEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var duties = api.MapGroup("/duties").WithTags("Duties");
        duties.MapGet("", ReadDuties.List);
        duties.MapPost("", CreateDuty.Handle).Needs(Role.Administrator);
        duties.MapGet("/{duty}", ReadDuties.One);
        duties.MapPatch("/{duty}", ChangeDuty.Handle).Needs(Role.ProcessOwner);
        duties.MapGet("/{duty}/on-duty", WhoIsOnDuty.Handle);
        duties.MapGet("/{duty}/rota", ReadRota.Handle);
        duties.MapPut("/{duty}/rota/{date}", EditTurn.Handle).Needs(Role.ProcessOwner);
        duties.MapPost("/{duty}/swaps", SwapTurn.Offer).Needs(Role.Engineer);
        duties.MapGet("/{duty}/swaps", SwapTurn.List);
        duties.MapPost("/{duty}/start", ActOnTurn.Start).Needs(Role.Engineer);
        duties.MapPost("/{duty}/take-over", ActOnTurn.TakeOver).Needs(Role.Engineer);
        duties.MapPost("/{duty}/end", ActOnTurn.End).Needs(Role.Engineer);
        duties.MapGet("/{duty}/facts", ReadFacts.Handle);
        var swaps = api.MapGroup("/swaps").WithTags("Duties").Needs(Role.Engineer);
        swaps.MapPost("/{id}/accept", SwapTurn.Accept);
        swaps.MapPost("/{id}/decline", SwapTurn.Decline);
        swaps.MapPost("/{id}/withdraw", SwapTurn.Withdraw);
    }
}
