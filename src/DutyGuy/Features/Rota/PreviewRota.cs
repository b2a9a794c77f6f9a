using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using NodaTime;

namespace DutyGuy.Features.Rota;

/// <summary>A date that would move, from whom to whom, and why.</summary>
sealed record MoveView(string Duty, LocalDate Date, string? From, string? To, string Why);

/// <summary>What a change would do to the rota.</summary>
/// <param name="Moves">Whose dates move, against what everybody sees now.</param>
/// <param name="Uncovered">Dates that nobody could do.</param>
/// <param name="Turns">The turns of a new duty.</param>
sealed record RotaPreview(
    IReadOnlyList<MoveView> Moves,
    IReadOnlyList<UncoveredTurn> Uncovered,
    IReadOnlyList<PlannedTurn>? Turns = null
);

/// <summary>Shows what a change would move before it is saved; writes nothing.</summary>
static class PreviewRota
{
    public static async Task<IResult> Handle(WhatIf change, DutyStore store, IClock clock) =>
        Of(change, await store.Read(db => db.LoadAllFacts(clock.GetCurrentInstant()))).ToResult();

    public static Outcome<RotaPreview> Of(WhatIf change, IReadOnlyList<DutyFacts> duties)
    {
        if (duties.Count == 0)
            return Refusal.Conflict("There is no duty yet, so there is no rota to look at.");
        var team = TeamRota.Of(duties);
        if (change.Wrong(team) is { } wrong)
            return wrong;
        if (Far(change, duties[0].Today) is { } far)
            return far;
        // Nothing of a team that is not planned yet may count as moved by this change.
        var before = team.With(RotaUpdate.Of(team, RotaUpdate.ByItself));
        var update = RotaUpdate.Of(change.In(before), RotaUpdate.ByItself);
        return new RotaPreview(
            Views(team, update),
            update.Uncovered,
            change.NewDuty is { } made
                ?
                [
                    .. update
                        .Turns.Where(t => t.Duty == made)
                        .Select(t => new PlannedTurn(t.Date, t.Person, Why: t.Why)),
                ]
                : null
        );
    }

    static IReadOnlyList<MoveView> Views(TeamRota team, RotaUpdate update) =>
        [.. update.Moves.Select(m => new MoveView(m.Duty, m.Date, m.From, m.To, team.Named(m.Why)))];

    static Refusal? Far(WhatIf change, LocalDate today) =>
        new (LocalDate? Date, string Field)[]
        {
            (change.AwayFrom, "awayFrom"),
            (change.AwayTo, "awayTo"),
            (change.JoinedOn, "joinedOn"),
            (change.LeftOn, "leftOn"),
            (change.ClosedOn, "closedOn"),
        }
            .Where(f => f.Date is not null)
            .Select(f => Reach.Wrong(f.Date!.Value, today, f.Field))
            .FirstOrDefault(wrong => wrong is not null);
}
