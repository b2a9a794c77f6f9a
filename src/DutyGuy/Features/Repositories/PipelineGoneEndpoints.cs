using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using NodaTime;

namespace DutyGuy.Features.Repositories;

/// <summary>Which pipeline is gone; empty when the repository has one only.</summary>
sealed record GoneBody(string? Pipeline);

/// <summary>*This pipeline is gone*: by the API, and by the button where main cannot be told or is red.</summary>
static class PipelineGoneEndpoints
{
    public static void Map(RouteGroupBuilder repositories) =>
        repositories.MapPost("/{id}/gone", Post).Needs(Role.Engineer).Produces<GonePipeline>();

    public static void MapForm(WebApplication app) =>
        app.MapPost("/repositories/{id}/gone", FromPage).Needs(Role.Engineer);

    static async Task<IResult> FromPage(string id, HttpRequest request, Asking asking)
    {
        var pipeline = (await request.Fields()).Text("pipeline");
        return Form.Done(await Press(id, pipeline, asking), "/", "Nobody waits for this pipeline any more.");
    }

    static async Task<IResult> Post(string id, GoneBody body, Asking asking) =>
        (await Press(id, body.Pipeline, asking)).ToResult();

    static Task<Outcome<GonePipeline>> Press(string id, string? pipeline, Asking asking) =>
        asking.Store.Change<Outcome<GonePipeline>>(async db =>
        {
            if (asking.Person is not { } by)
                return Asking.NoPerson();
            if (DutyAssignment.OfRepository(await db.AllDuties(), id) is not { } duty)
                return Refusal.NotFound($"Nobody looks after a repository “{id}”.");
            var facts = (await db.LoadFacts(duty.Id, asking.Now))!;
            var pressed = PipelineGone.Press(facts, id, pipeline ?? "", by);
            if (pressed.Refusal is { } refusal)
                return refusal;
            await db.Apply(pressed.Value!, asking.Now);
            return pressed.Value!.Rows.OfType<GonePipeline>().First();
        });
}
