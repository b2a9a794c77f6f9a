namespace DutyGuy.Domain;

/// <summary>Changes of a roster; the sums follow.</summary>
internal sealed partial class Roster
{
    /// <summary>Gives an open turn to a person.</summary>
    public void Give(int turn, int person)
    {
        var day = turnDay[turn];
        var missing = MissingRound(person, day);
        var delta = GainDelta(person, turn) - missing * GapWeight;
        Shortfall += missing;
        Cost += delta + Hand(turn, -1, person);
        busy.Set(person, day);
        Holder[turn] = person;
        place[turn] = count[person];
        turnsOf[person * model.Calendar.Days + count[person]++] = turn;
        Counted(person, turn, 1);
    }

    /// <summary>Takes a turn from its person.</summary>
    public void Take(int turn)
    {
        var (person, day) = (Holder[turn], turnDay[turn]);
        var missing = MissingRound(person, day);
        Cost += LoseDelta(person, turn) + missing * GapWeight + Hand(turn, person, -1);
        Shortfall -= missing;
        busy.Clear(person, day);
        Holder[turn] = -1;
        var first = person * model.Calendar.Days;
        var last = turnsOf[first + --count[person]];
        turnsOf[first + place[turn]] = last;
        place[last] = place[turn];
        Counted(person, turn, -1);
    }

    /// <summary>Moves a turn to another person.</summary>
    public void Move(int turn, int to)
    {
        Take(turn);
        Give(turn, to);
    }

    /// <summary>Two people swap two turns.</summary>
    public void Swap(int turn, int otherTurn)
    {
        var (person, other) = (Holder[turn], Holder[otherTurn]);
        Take(turn);
        Take(otherTurn);
        Give(turn, other);
        Give(otherTurn, person);
    }

    /// <summary>Makes the holders those of a copy.</summary>
    public void Restore(ReadOnlySpan<int> holders)
    {
        for (var turn = 0; turn < Holder.Length; turn++)
        {
            if (Holder[turn] >= 0 && Holder[turn] != holders[turn])
                Take(turn);
        }
        for (var turn = 0; turn < Holder.Length; turn++)
        {
            if (holders[turn] >= 0 && Holder[turn] < 0)
                Give(turn, holders[turn]);
        }
    }

    // Days of the minimum gap missed more with a turn on the day than without it.
    private int MissingRound(int person, int day)
    {
        var earlier = busy.Before(person, day, lastDay[person]);
        var later = busy.After(person, day, None);
        return Missing(day - earlier) + Missing(later - day) - Missing(later - earlier);
    }

    private void Counted(int person, int turn, int change)
    {
        var (duty, lap) = (turnDuty[turn], lapOf[turn]);
        for (var end = lap; end < model.Laps.Count(duty); end++)
            laps[model.Laps.First(person, duty) + end] += change * Points.One;
        unpopularCount[person] += unpopular[turn] ? change : 0;
        weekdays[person * 8 + weekdayOf[turnDay[turn]]] += change;
        fair[person] = (count[person] + workdays[person] - 1) / workdays[person];
    }
}
