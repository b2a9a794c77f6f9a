using DutyGuy.Domain;
using DutyGuy.Web;

namespace DutyGuy.Features.Rota;

/// <summary>What a change would move, and what another split of the duty would bring.</summary>
static class RotaEndpoints
{
    public static void Map(WebApplication app, RouteGroupBuilder api)
    {
        RotaCalendars.Map(app, api);
        var rota = api.MapGroup("/rota").WithTags("Duties");
        rota.MapPost("/preview", PreviewRota.Handle).Needs(Role.Engineer).Produces<RotaPreview>();
        rota.MapGet("/simulation", SimulateRota.Handle).Produces<RotaOutlook>();
    }
}
