using System.Runtime.CompilerServices;

namespace DutyGuy.Domain;

/// <summary>What a change would add to the objective; nothing is changed yet.</summary>
internal sealed partial class Roster
{
    /// <summary>The turn goes from one person to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public long MoveDelta(int turn, int from, int to)
    {
        var delta = LoseDelta(from, turn) + GainDelta(to, turn);
        return hasBefore ? delta + MovedDelta(turn, from, to) : delta;
    }

    /// <summary>Two people swap two turns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public long SwapDelta(int turn, int person, int otherTurn, int other)
    {
        var delta = ExchangeDelta(person, turn, otherTurn) + ExchangeDelta(other, otherTurn, turn);
        if (!hasBefore)
            return delta;
        delta += Hand(turn, person, other) + Hand(otherTurn, other, person);
        Hand(otherTurn, person, other);
        Hand(turn, other, person);
        return delta;
    }

    private long LoseDelta(int person, int turn)
    {
        var day = turnDay[turn];
        var earlier = busy.Before(person, day, lastDay[person]);
        var later = busy.After(person, day, None);
        return Spacing(person, later - earlier)
            - Spacing(person, day - earlier)
            - Spacing(person, later - day)
            + OneLess(person)
            + (unpopular[turn] ? OneLessUnpopular(person) : 0)
            + VarietyLost(person, weekdayOf[day])
            + LapsFrom(person, turn, -1)
            - Wish(person, day);
    }

    private long GainDelta(int person, int turn)
    {
        var day = turnDay[turn];
        var earlier = busy.Before(person, day, lastDay[person]);
        var later = busy.After(person, day, None);
        return Spacing(person, day - earlier)
            + Spacing(person, later - day)
            - Spacing(person, later - earlier)
            + OneMore(person)
            + (unpopular[turn] ? OneMoreUnpopular(person) : 0)
            + VarietyGained(person, weekdayOf[day])
            + LapsFrom(person, turn, 1)
            + Wish(person, day);
    }

    private long ExchangeDelta(int person, int gives, int gets)
    {
        var delta =
            unpopular[gives] == unpopular[gets] ? 0
            : unpopular[gets] ? OneMoreUnpopular(person)
            : OneLessUnpopular(person);
        delta += LapsExchanged(person, gives, gets);
        var (from, to) = (turnDay[gives], turnDay[gets]);
        if (from == to)
            return delta;
        delta += SpacingShifted(person, from, to) + Wish(person, to) - Wish(person, from);
        if (weekdayOf[from] == weekdayOf[to])
            return delta;
        var (less, more) = (weekdays[person * 8 + weekdayOf[from]], weekdays[person * 8 + weekdayOf[to]]);
        return delta + (more >= fair[person] ? Points.SameWeekday : 0) - (less > fair[person] ? Points.SameWeekday : 0);
    }

    private long SpacingShifted(int person, int from, int to)
    {
        var earlier = busy.Before(person, from, lastDay[person]);
        var later = busy.After(person, from, None);
        var delta = -Spacing(person, from - earlier) - Spacing(person, later - from);
        if (earlier < to && to < later)
            return delta + Spacing(person, to - earlier) + Spacing(person, later - to);
        delta += Spacing(person, later - earlier);
        earlier = busy.Before(person, to, lastDay[person]);
        later = busy.After(person, to, None);
        return delta + Spacing(person, to - earlier) + Spacing(person, later - to) - Spacing(person, later - earlier);
    }

    private long MovedDelta(int turn, int from, int to)
    {
        var delta = Hand(turn, from, to);
        Hand(turn, to, from);
        return delta;
    }

    // A turn of the plan before goes from its person or comes back; the caller hands it back when it only asks.
    private long Hand(int turn, int from, int to)
    {
        var owner = before[turn];
        if (owner < 0)
            return 0;
        if (owner == from)
            return lost[from]++ == 0 ? Points.MovedTurn + Points.MovedPerson : Points.MovedTurn;
        if (owner == to)
            return --lost[to] == 0 ? -Points.MovedTurn - Points.MovedPerson : -Points.MovedTurn;
        return 0;
    }
}
