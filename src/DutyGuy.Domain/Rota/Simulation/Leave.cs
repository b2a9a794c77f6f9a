namespace DutyGuy.Domain;

/// <summary>When people are away: leave of a day to three weeks, part of it in eight summer weeks, and sickness of a day to a week.</summary>
internal static class Leave
{
    private const int SummerBegins = 125;
    private const int SummerWeeks = 8;
    private const int SickOf100 = 55;
    private const int SummerOf100 = 40;
    private static readonly int[] Sick = [1, 1, 2, 3, 5];
    private static readonly int[] Holidays = [1, 2, 5, 5, 10, 15];

    /// <summary>By person and working day.</summary>
    public static bool[][] Of(int people, int days, double absent, ref Draw draw)
    {
        var away = new bool[people][];
        for (var person = 0; person < people; person++)
            away[person] = OfOne(days, absent * days, ref draw);
        return away;
    }

    private static bool[] OfOne(int days, double wanted, ref Draw draw)
    {
        var away = new bool[days];
        for (var had = 0; had < wanted; )
        {
            var sick = Below(100, ref draw) < SickOf100;
            var lengths = sick ? Sick : Holidays;
            var length = lengths[Below(lengths.Length, ref draw)];
            var start =
                !sick && length >= 5 && Below(100, ref draw) < SummerOf100
                    ? InSummer(days, ref draw)
                    : Below(days, ref draw);
            for (var day = start; day < Math.Min(days, start + length); day++)
            {
                had += away[day] ? 0 : 1;
                away[day] = true;
            }
        }
        return away;
    }

    private static int InSummer(int days, ref Draw draw)
    {
        var year = Below(Math.Max(1, days / RotaSimulation.DaysOfYear), ref draw);
        return year * RotaSimulation.DaysOfYear + SummerBegins + 5 * Below(SummerWeeks, ref draw);
    }

    private static int Below(int limit, ref Draw draw) => Draw.Below((uint)(draw.Next() >> 32), limit);
}
