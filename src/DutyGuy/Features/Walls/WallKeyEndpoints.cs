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
        if (asked.Name.Trim().Length is 0 or > 100)
            return Refusal.Invalid("Say where the wall hangs, in 1 to 100 letters.", "name").ToProblem();
        var key = Secrets.New();
        var wall = new WallKey
        {
            Name = asked.Name.Trim(),
            Hash = Secrets.Hash(key),
            CreatedAt = clock.GetCurrentInstant(),
        };
        return TypedResults.Created((string?)null, WallView.Of(await store.Change(db => db.Insert(wall)), key));
    }

    static async Task<IResult> Withdraw(long id, DutyStore store, IClock clock)
    {
        var now = clock.GetCurrentInstant();
        var found = await store.Change(db =>
            db.WallKeys.Where(w => w.Id == id)
                .ExecuteUpdateAsync(w => w.SetProperty(x => x.WithdrawnAt, x => x.WithdrawnAt ?? now))
        );
        return found == 0 ? Refusal.NotFound($"There is no wall {id}.").ToProblem() : TypedResults.NoContent();
    }
}
