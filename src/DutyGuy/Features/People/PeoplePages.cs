using DutyGuy.Web;
using DutyGuy.Web.Components;

namespace DutyGuy.Features.People;

/// <summary>The page /people.</summary>
static class PeoplePages
{
    public static void Map(WebApplication app) =>
        app.MapGet(
            "/people",
            async (Caller caller, FrameLoader frames, HttpContext http) =>
                Page.Of<PeoplePage>(new { Frame = await frames.Load(http, caller) })
        );
}
