using DutyGuy.Domain;
using DutyGuy.Web;

namespace DutyGuy.Features.Signals;

/// <summary>Facts that other programs tell.</summary>
static class SignalEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var signals = api.MapGroup("/signals").WithTags("Facts in").Needs(Role.Engineer);
        signals.MapPost("/ci", ReceiveCi.Handle).Produces<CiResult>(201);
        signals.MapPost("/number", ReceiveNumber.Handle).Produces<NumberSignal>(201);
        signals.MapPost("/change", ReceiveChange.Handle).Produces<Fact>(201);
    }
}
