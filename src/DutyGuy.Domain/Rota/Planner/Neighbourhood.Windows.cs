namespace DutyGuy.Domain;

/// <summary>Two people change places for some days: what lies evenly inside the window stays even.</summary>
internal sealed partial class Neighbourhood
{
    // Of 256 proposals, how many are windows: they cost more than others.
    private const int Windows = 6;
    private const int LongestWindow = 24;
    private const int MostTurns = 64;

    private readonly int[] window = new int[MostTurns];

    private void TryWindow(int turn, ulong drawn, long allowed)
    {
        var candidates = members[turnDuty[turn]];
        var (person, other) = (roster.Holder[turn], candidates[Draw.Below((uint)drawn, candidates.Length)]);
        var days = 2 + Draw.Below((uint)(drawn >> 32) << 12, Math.Min(LongestWindow, MostTurns / duties) - 1);
        var count = person == other ? 0 : Collect(turn, days, person, other);
        if (count == 0)
            return;
        var total = roster.Total;
        ChangePlaces(count, person, other);
        if (roster.Total - total > allowed)
            ChangePlaces(count, person, other);
    }

    // The turns of both within the days, or none when one of them cannot change hands.
    private int Collect(int turn, int days, int person, int other)
    {
        var first = model.Calendar.FirstTurn[turnDay[turn]];
        var last = model.Calendar.FirstTurn[Math.Min(turnDay[turn] + days, model.Calendar.Days)];
        var count = 0;
        for (var at = first; at < last; at++)
        {
            var holder = roster.Holder[at];
            if (holder != person && holder != other)
                continue;
            if (pin[at] >= 0 || !MayHave(holder == person ? other : person, at))
                return 0;
            window[count++] = at;
        }
        return count;
    }

    private void ChangePlaces(int count, int person, int other)
    {
        Span<int> now = stackalloc int[MostTurns];
        for (var i = 0; i < count; i++)
        {
            now[i] = roster.Holder[window[i]];
            roster.Take(window[i]);
        }
        for (var i = 0; i < count; i++)
            roster.Give(window[i], now[i] == person ? other : person);
    }
}
