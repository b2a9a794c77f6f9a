using DutyGuy.Domain;
using DutyGuy.Web;

namespace DutyGuy.Features.Checklists;

/// <summary>Checklists in use.</summary>
static class ChecklistEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var runs = api.MapGroup("/checklist-runs").WithTags("Checklists");
        runs.MapGet("", ReadRun.List);
        runs.MapGet("/{id:long}", ReadRun.One).Produces<RunView>();
        runs.MapPost("/{id:long}/steps/{step}", PressStep.Handle).Needs(Role.Engineer).Produces<RunView>();
    }
}
