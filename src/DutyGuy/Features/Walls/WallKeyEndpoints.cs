using System.Text.Json.Serialization;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Walls;

/// <summary>Where a wall hangs.</summary>
public sealed record NewWall([property: JsonRequired] string Name);

/// <summary>A wall without its key.</summary>
public sealed record WallView(
    long Id,
    string Name,
    Instant CreatedAt,
    Instant? WithdrawnAt,
    string? Key = null,
    string? Path = null
)
{
    public static WallView Of(WallKey w, string? key = null) =>
        new(w.Id, w.Name, w.CreatedAt, w.WithdrawnAt, key, key is null ? null : "/wall?key=" + key);
}

/// <summary>Keys that open a wall, read-only.</summary>
static class WallKeyEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var walls = api.MapGroup("/walls").WithTags("walls").Needs(Role.Administrator);
        walls.MapGet("", List).Produces<ListOf<WallView>>();
        walls.MapPost("", Make).Produces<WallView>(201);
        walls.MapDelete("/{id:long}", Withdraw).Produces(204);
    }

    static async Task<ListOf<WallView>> List(DutyStore store)
    {
        var walls = await store.Read(db => db.WallKeys.OrderBy(w => w.Id).ToListAsync());
        return ListOf<WallView>.All([.. walls.Select(w => WallView.Of(w))]);
    }

    static async Task<IResult> Make(NewWall asked, DutyStore store, IClock clock)
    {
        var made = await MakeWall.In(store, asked, clock.GetCurrentInstant());
        return made.Refusal is { } refusal ? refusal.ToProblem() : TypedResults.Created((string?)null, made.Value);
    }

    static async Task<IResult> Withdraw(long id, DutyStore store, IClock clock) =>
        await MakeWall.Withdraw(store, id, clock.GetCurrentInstant()) is { } refusal
            ? refusal.ToProblem()
            : TypedResults.NoContent();
}
