using DutyGuy.Domain;
using DutyGuy.Web;

namespace DutyGuy.Features.Rota;

/// <summary>What a change would move.</summary>
static class RotaEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/rota/preview", PreviewRota.Handle)
            .WithTags("Duties")
            .Needs(Role.Engineer)
            .Produces<RotaPreview>();
}
