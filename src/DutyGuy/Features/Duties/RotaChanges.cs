using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Duties;

/// <summary>Every date that the plan moved, with author, time and cause; it can be undone while it is to come.</summary>
static class RotaChanges
{
    const int PageSize = 100;

    public static async Task<IResult> List(string duty, int? skip, HttpRequest request, DutyStore store)
    {
        var found = await store.Read(db => Part(db, duty, Parts.From(skip)));
        return found.Value is { } moves
            ? TypedResults.Json(moves.After(Parts.From(skip), request), Words.Json)
            : found.Refusal!.ToProblem();
    }

    static async Task<Outcome<ListOf<TurnMove>>> Part(DutyDb db, string duty, int skip)
    {
        if (!await db.Duties.AnyAsync(d => d.Id == duty))
            return ReadDuties.NoSuch(duty);
        var moves = db.TurnMoves.Where(m => m.Duty == duty);
        var part = await moves.OrderByDescending(m => m.Id).Skip(skip).Take(PageSize).ToListAsync();
        return new ListOf<TurnMove>(part, await moves.CountAsync());
    }

    /// <summary>The date goes back to whom it belonged to, as an edit that the next plan keeps.</summary>
    public static async Task<IResult> Undo(long id, Caller caller, DutyStore store, IClock clock) =>
        (await store.Change(db => Undo(db, id, caller.Name, clock.GetCurrentInstant()))).ToResult();

    static async Task<Outcome<TurnMove>> Undo(DutyDb db, long id, string by, Instant now)
    {
        if (await db.TurnMoves.FirstOrDefaultAsync(m => m.Id == id) is not { } move)
            return Refusal.NotFound($"There is no change {id} of the rota.");
        if (move.Undone)
            return move;
        if (move.From is not { } person)
            return Refusal.Conflict("Nobody had this date before, so there is nobody to give it back to.");
        var facts = (await db.LoadFacts(move.Duty, now))!;
        if (facts.Rota.Hours.StartOf(move.Date) <= now)
            return Refusal.Conflict("That turn has begun or passed. Take over instead.");
        if (!Turns.CanHave(facts.Rota, person, move.Date))
            return Refusal.Conflict(
                $"{facts.NameOf(person)} cannot have {move.Date:uuuu-MM-dd}, so it stays as it is."
            );
        var edit = new TurnEdit(person, $"undone: {facts.NameOf(by)} gave the date back");
        var edited = await EditTurn.Edit(db, move.Duty, move.Date, edit, by, now);
        if (edited.Refusal is { } refusal)
            return refusal;
        var undone = move with { Undone = true };
        await db.Replace(undone);
        return undone;
    }
}
