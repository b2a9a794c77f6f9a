using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Features.Pokes;

/// <summary>The page /pokes/{id}.</summary>
static class PokePages
{
    public static void Map(WebApplication app) => app.MapGet("/pokes/{id:long}", Show);

    static async Task<IResult> Show(long id, Caller caller, FrameLoader frames, DutyStore store, HttpContext http)
    {
        var frame = await frames.Load(http, caller);
        var poke = await store.Read(db => db.Pokes.FirstOrDefaultAsync(p => p.Id == id));
        if (poke is null)
            return Page.NotFound(frame, "Nobody was asked this.");
        var error = await store.Read(db => db.Errors.FirstOrDefaultAsync(e => e.Id == poke.ErrorId));
        return Page.Of<PokePage>(
            new
            {
                Frame = frame,
                Poke = poke,
                Error = error,
            }
        );
    }
}
