using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace DutyGuy.Features.Rota;

/// <summary>The page /rota; ?duty= and ?date= choose what to change.</summary>
static class RotaPages
{
    public static void Map(WebApplication app) => app.MapGet("/rota", Show);

    static async Task<IResult> Show(
        string? duty,
        string? date,
        Caller caller,
        FrameLoader frames,
        DutyStore store,
        HttpContext http
    )
    {
        var frame = await frames.Load(http, caller);
        return (frame.Duties.FirstOrDefault(d => d.Duty.Id == duty) ?? frame.Mine) is { } facts
            ? await Of(frame, facts, date, store, null)
            : Page.NeedsTeam(frame, "rota", "Rota");
    }

    /// <summary>The page, also after a press that was refused.</summary>
    public static async Task<IResult> Of(
        FrameModel frame,
        DutyFacts facts,
        string? date,
        DutyStore store,
        Refusal? refused
    )
    {
        var asked = await store.Read(db =>
            db.Swaps.Where(s => s.With == frame.Caller.Person && s.State == SwapState.Offered).ToListAsync()
        );
        var chosen = LocalDatePattern.Iso.Parse(date ?? "");
        return Page.Of<RotaPage>(
            new
            {
                Frame = frame,
                Facts = facts,
                Asked = (IReadOnlyList<Swap>)asked,
                Chosen = chosen.Success ? chosen.Value : (NodaTime.LocalDate?)null,
                Refused = refused?.Detail,
            },
            refused is null ? 200 : Page.Status(refused)
        );
    }
}
