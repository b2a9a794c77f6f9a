using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using NodaTime;

namespace DutyGuy.Features.Walls;

/// <summary>The page /wall?key=..., read-only, for who has the key of a wall.</summary>
static class WallPages
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/wall", Show).AllowAnonymous();
        app.MapGet("/wall/live", Listen).AllowAnonymous();
    }

    static async Task<IResult> Show(
        string? key,
        string? duty,
        string? theme,
        FrameLoader frames,
        WallAccess walls,
        HttpContext http
    )
    {
        if (await walls.Open(key) is null)
            return SentencePage.Answer(
                403,
                "This key opens no wall",
                "An administrator makes a new one in Settings.",
                "/"
            );
        var loaded = await frames.Load(http, new Caller("wall", null, Domain.Role.Viewer));
        var mine = loaded.Duties.FirstOrDefault(d => d.Duty.Id == duty) ?? Shipping(loaded);
        var counts = mine is null ? loaded.Counts : NavCount.Of(mine, loaded.BoardOf(mine));
        var frame = loaded with { Theme = theme is "light" or "dark" ? theme : null, Counts = counts };
        var live = $"/wall/live?key={Uri.EscapeDataString(key!)}";
        return Page.Of<WallPage>(
            new
            {
                Frame = frame,
                Mine = mine,
                Live = live,
            }
        );
    }

    /// <summary>Without a name the wall shows the duty that ships.</summary>
    static Domain.DutyFacts? Shipping(FrameModel frame) =>
        frame.ByAge.FirstOrDefault(d => Domain.Gates.RolloutRule(d.Playbook) is not null) ?? frame.Mine;

    static async Task<IResult> Listen(
        string? key,
        WallAccess walls,
        Pulse pulse,
        IClock clock,
        IHostApplicationLifetime server,
        CancellationToken stop
    ) =>
        await walls.Open(key) is not null
            ? LiveEvents.Listen(pulse, clock, server, stop)
            : TypedResults.StatusCode(403);
}
