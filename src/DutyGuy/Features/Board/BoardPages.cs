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
        if (frame.Mine is null && frame.StandingStill is [var still, ..])
            return Page.NotFound(frame, $"{still.Name} cannot be shown until it is mended.");
        return frame.Mine is { Rota.Members.Count: > 1 } mine
            ? Page.Of<BoardPage>(new { Frame = frame, Facts = mine })
            : Page.Of<SetUpPage>(new { Frame = frame });
    }

    static async Task<IResult> OfDuty(string duty, Caller caller, FrameLoader frames, HttpContext http)
    {
        var frame = await frames.Load(http, caller);
        return frame.Duties.FirstOrDefault(d => d.Duty.Id == duty) is { } facts
            ? Page.Of<BoardPage>(new { Frame = frame, Facts = facts })
            : Page.NotFound(
                frame,
                frame.StandingStill.FirstOrDefault(s => s.Duty == duty) is { Name: var name }
                    ? $"{name} cannot be shown until it is mended."
                    : $"No duty is called “{duty}”."
            );
    }
}
