using DutyGuy.Web;
using DutyGuy.Web.Components;

namespace DutyGuy.Features.Board;

/// <summary>The pages / and /duties/{duty}.</summary>
static class BoardPages
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/", Today);
        app.MapGet("/duties/{duty}", OfDuty);
    }

    static async Task<IResult> Today(Caller caller, FrameLoader frames, HttpContext http)
    {
        var frame = await frames.Load(http, caller);
        return frame.Mine is { Rota.Members.Count: > 1 } mine
            ? Page.Of<BoardPage>(new { Frame = frame, Facts = mine })
            : Page.Of<SetUpPage>(new { Frame = frame });
    }

    static async Task<IResult> OfDuty(string duty, Caller caller, FrameLoader frames, HttpContext http)
    {
        var frame = await frames.Load(http, caller);
        return frame.Duties.FirstOrDefault(d => d.Duty.Id == duty) is { } facts
            ? Page.Of<BoardPage>(new { Frame = frame, Facts = facts })
            : Page.NotFound(frame, $"No duty is called “{duty}”.");
    }
}
