using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using NodaTime;

namespace DutyGuy.Features.Board;

/// <summary>What to do now, first things first.</summary>
static class BoardEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/duties/{duty}/board", Read).WithTags("Board").Produces<Domain.Board>();

    static async Task<IResult> Read(string duty, DutyStore store, IClock clock) =>
        await store.Read(db => db.LoadFacts(duty, clock.GetCurrentInstant())) is { } facts
            ? TypedResults.Json(BoardOf.Duty(facts), Words.Json)
            : Refusal.NotFound($"There is no duty “{duty}”.").ToProblem();
}
