using DutyGuy.Domain;
using DutyGuy.Web;

namespace DutyGuy.Features.Playbooks;

/// <summary>The playbook of a duty, with every version it ever had.</summary>
static class PlaybookEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var playbooks = api.MapGroup("/playbooks/{duty}").WithTags("Playbooks");
        playbooks.MapGet("", ReadPlaybook.InForce).Produces<PlaybookView>();
        playbooks.MapGet("/versions", ReadPlaybook.Versions).Produces<ListOf<VersionView>>();
        playbooks.MapGet("/versions/{number:int}", ReadPlaybook.Version).Produces<PlaybookView>();
        playbooks.MapPost("/versions", PublishVersion.Handle).Needs(Role.ProcessOwner).Produces<PlaybookView>(201);
        playbooks
            .MapPost("/versions/{number:int}/roll-back", PublishVersion.RollBack)
            .Needs(Role.ProcessOwner)
            .Produces<PlaybookView>(201);
    }
}
