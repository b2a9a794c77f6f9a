using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;

namespace DutyGuy.Features.People;

/// <summary>The page /people.</summary>
static class PeoplePages
{
    public static void Map(WebApplication app) =>
        app.MapGet(
            "/people",
            async (Caller caller, FrameLoader frames, DutyStore store, HttpContext http) =>
                Page.Of<PeoplePage>(
                    new
                    {
                        Frame = await frames.Load(http, caller),
                        Calendars = await store.Read(db => CalendarView.Of(db, caller)),
                    }
                )
        );
}
