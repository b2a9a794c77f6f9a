using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Features.Duties;

/// <summary>A duty that was ended, and who looks after what it had: <c>to</c> null is nobody, until a duty takes it.</summary>
sealed record EndedDuty(DutyView Duty, IReadOnlyList<MovedView> Moved, string Text);

/// <summary>Something that has another duty now; null is nobody.</summary>
sealed record MovedView(string? Repository, string? Project, string? From, string? To)
{
    public static MovedView Of(Moved moved) =>
        new(
            moved.Kind == KnownKind.Repository ? moved.Name : null,
            moved.Kind == KnownKind.Project ? moved.Name : null,
            moved.From?.Id,
            moved.To?.Id
        );
}

/// <summary>Ends a duty; its past stays readable.</summary>
static class EndDuty
{
    public static async Task<IResult> Handle(string duty, Caller caller, DutyStore store, IClock clock) =>
        (await store.Change(db => End(db, duty, caller.Name, clock.GetCurrentInstant()))).ToResult();

    static async Task<Outcome<EndedDuty>> End(DutyDb db, string id, string by, Instant now)
    {
        if (await db.LoadFacts(id, now) is not { } facts)
            return ReadDuties.NoSuch(id);
        var decided = DutyEnd.Decide(facts, await db.EveryDuty(), await db.KnownSources(), by);
        if (decided.Refusal is { } refusal)
            return refusal;
        await db.Apply(decided.Value.Decision, now);
        var moves = decided.Value.After.Moves;
        var left = DutyAssignment.Standing(await db.AllDuties());
        var words = left is [var only]
            ? $"{only.Name} is the only duty now and looks after everything."
            : MoveFacts.Text(moves, by) ?? $"{facts.Duty.Name} looked after nothing.";
        return new EndedDuty((await ReadDuties.Find(db, id, now)).Value!, [.. moves.Select(MovedView.Of)], words);
    }
}
