using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What people who join would move.</summary>
public static class Joiners
{
    /// <summary>Whose dates move, in the duties that take everybody; each why with names.</summary>
    public static IReadOnlyList<TurnMove> Move(IReadOnlyList<DutyFacts> duties, IReadOnlyList<Person> people)
    {
        if (duties.Count == 0)
            return [];
        var team = TeamRota.Of(duties);
        var before = team.With(RotaUpdate.Of(team, RotaUpdate.ByItself));
        var after = (
            from duty in duties
            from one in people
            where RotaOf.TakesPart(duty.Duty, one)
            select new WhatIf
            {
                Person = one.Handle,
                JoinedOn = LocalDate.Max(one.JoinedOn, duty.Today),
                LeftOn = one.LeftOn,
                Duty = duty.Duty.Id,
            }
        ).Aggregate(before, (with, joins) => joins.In(with));
        var names = duties[0].People.Values.Concat(people).ToDictionary(p => p.Handle, StringComparer.Ordinal);
        var update = RotaUpdate.Of(after, RotaUpdate.ByItself);
        return [.. update.Moves.Select(m => m with { Why = TeamRota.Named(m.Why, names) })];
    }
}
