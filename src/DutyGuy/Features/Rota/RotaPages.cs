using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using DutyGuy.Web.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace DutyGuy.Features.Rota;

/// <summary>The page /rota; ?week= chooses the weeks, ?duty= and ?date= choose what to change, ?from= and ?to= show what an absence would move.</summary>
static class RotaPages
{
    const int DaysOfMoves = 20;

    public static void Map(WebApplication app) => app.MapGet("/rota", Show);

    static async Task<IResult> Show(
        string? duty,
        string? date,
        string? week,
        string? from,
        string? to,
        string? why,
        Caller caller,
        FrameLoader frames,
        DutyStore store,
        HttpContext http
    )
    {
        var frame = await frames.Load(http, caller);
        if ((frame.Duties.FirstOrDefault(d => d.Duty.Id == duty) ?? frame.Mine) is not { } facts)
            return Page.NeedsTeam(frame, "rota", "Rota");
        if (AbsencePreview.Asked(caller.Person, from, to, why) is not { } thought)
            return await Of(frame, facts, date, store, null, week: week);
        var moves = PreviewRota.Of(thought.Change, frame.Duties);
        return await Of(frame, facts, date, store, moves.Refusal, thought with { Moves = moves.Value });
    }

    /// <summary>The page, also after a press that was refused.</summary>
    public static async Task<IResult> Of(
        FrameModel frame,
        DutyFacts facts,
        string? date,
        DutyStore store,
        Refusal? refused,
        AbsencePreview? preview = null,
        string? week = null
    )
    {
        var (asked, moves) = await store.Read(async db =>
            (
                await db.Swaps.Where(s => s.With == frame.Caller.Person && s.State == SwapState.Offered).ToListAsync(),
                await MovesToCome(db, facts)
            )
        );
        var chosen = LocalDatePattern.Iso.Parse(date ?? "");
        return Page.Of<RotaPage>(
            new
            {
                Frame = frame,
                Facts = facts,
                Asked = (IReadOnlyList<Swap>)asked,
                Moves = moves,
                Week = LocalDatePattern.Iso.Parse(week ?? "") is { Success: true } monday
                    ? monday.Value
                    : (LocalDate?)null,
                Subscribed = await store.Read(db =>
                    db.CalendarKeys.Where(k => k.Person == frame.Caller.Person)
                        .Select(k => (Instant?)k.CreatedAt)
                        .FirstOrDefaultAsync()
                ),
                Chosen = chosen.Success ? chosen.Value : (LocalDate?)null,
                Refused = refused?.Detail,
                Preview = preview,
            },
            refused is null ? 200 : Page.Status(refused)
        );
    }

    /// <summary>The last move of each of the next twenty working days that still stands, the nearest date first.</summary>
    static async Task<IReadOnlyList<TurnMove>> MovesToCome(DutyDb db, DutyFacts facts)
    {
        var last = facts.Rota.Hours.AddWorkingDays(facts.Today, DaysOfMoves);
        var moves = await db
            .TurnMoves.Where(m => m.Duty == facts.Duty.Id && m.Date > facts.Today && m.Date <= last)
            .OrderByDescending(m => m.Id)
            .ToListAsync();
        return [.. moves.DistinctBy(m => m.Date).Where(m => !m.Undone).OrderBy(m => m.Date)];
    }
}
