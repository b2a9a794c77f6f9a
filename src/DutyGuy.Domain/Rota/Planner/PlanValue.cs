namespace DutyGuy.Domain;

/// <summary>
/// Evaluates a finished plan in one go, part by part. It shares the numbers of a problem with the search, but not its sums.
/// </summary>
internal static class PlanValue
{
    /// <summary>How many parts there are.</summary>
    public const int Parts = 8;

    /// <summary>
    /// The parts in units of <see cref="Points"/>: counts, unpopular, regularity, wishes, variety, moved turns, moved people, looks.
    /// </summary>
    public static (long[] Parts, int Shortfall) Of(PlanModel model, ReadOnlySpan<int> holders)
    {
        var parts = new long[Parts];
        var missing = 0;
        var turns = TurnsOf(model, holders);
        for (var person = 0; person < model.Team.People; person++)
            missing += Add(model, person, turns[person], parts);
        parts[3] += Points.Of(model.Wishes.Ungranted / 2);
        Moved(model, holders, parts);
        return (parts, missing);
    }

    /// <summary>Adds the parts of one person with these turns (in order); returns the days of the minimum gap that are missed.</summary>
    public static int Add(PlanModel model, int person, List<int> turns, long[] parts)
    {
        Balance(model, person, turns, parts);
        parts[3] += turns.Sum(turn => Points.Of(model.Wishes.Cost(person, model.Calendar.TurnDay[turn]) / 2));
        parts[4] += Variety(model, person, turns);
        parts[7] += Laps(model, person, turns);
        return Spacing(model, person, turns, parts);
    }

    /// <summary>The same in points.</summary>
    public static PlanParts InPoints(PlanModel model, ReadOnlySpan<int> holders)
    {
        var (parts, missing) = Of(model, holders);
        var p = parts.Select(part => (double)part / Points.One).ToArray();
        return new(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], missing);
    }

    private static List<int>[] TurnsOf(PlanModel model, ReadOnlySpan<int> holders)
    {
        var turns = Enumerable.Range(0, model.Team.People).Select(_ => new List<int>()).ToArray();
        for (var turn = 0; turn < holders.Length; turn++)
        {
            if (holders[turn] >= 0)
                turns[holders[turn]].Add(turn);
        }
        return turns;
    }

    private static void Balance(PlanModel model, int person, List<int> turns, long[] parts)
    {
        var e = model.Entitlement;
        var off = turns.Count * Points.One + Points.Of(e.Carry[person] - e.Turns[person]);
        parts[0] += off * off >> Points.Bits;
        var unpopular = turns.Count(turn => model.Calendar.Unpopular[turn]);
        off = unpopular * Points.One + Points.Of(e.CarryUnpopular[person] - e.Unpopular[person]);
        parts[1] += off * off >> Points.Bits + 1;
    }

    private static int Spacing(PlanModel model, int person, List<int> turns, long[] parts)
    {
        var missing = 0;
        var ideal = model.Entitlement.Ideal(person);
        var earlier = -model.Team.LastDistance[person];
        foreach (var turn in turns)
        {
            var distance = model.Calendar.TurnDay[turn] - earlier;
            missing += Math.Max(0, model.Problem.MinGap + 1 - distance);
            var close = TooClose(ideal, distance);
            parts[2] += close * close >> Points.Bits;
            parts[7] += close > Points.One / 2 ? model.Laps.TooClose : 0;
            earlier = model.Calendar.TurnDay[turn];
        }
        return missing;
    }

    private static long TooClose(double ideal, int distance)
    {
        if (ideal <= 0)
            return 0;
        return Math.Max(0, (1L << 32) - distance * (long)Math.Round((1L << 32) / ideal)) >> 32 - Points.Bits;
    }

    // Turns had against turns due at the end of each lap.
    private static long Laps(PlanModel model, int person, List<int> turns)
    {
        var sum = 0L;
        for (var duty = 0; duty < model.Team.Duties; duty++)
        {
            for (var lap = 0; model.Team.Takes(person, duty) && lap < model.Laps.Count(duty); lap++)
            {
                var had = turns.Count(t => model.Calendar.TurnDuty[t] == duty && model.Laps.LapOf[t] <= lap);
                var ahead = model.Laps.Offsets[model.Laps.First(person, duty) + lap] + had * Points.One;
                sum += (ahead * ahead >> Points.Bits) * model.Laps.WeightOf(duty)[lap] >> 2;
            }
        }
        return sum;
    }

    private static long Variety(PlanModel model, int person, List<int> turns)
    {
        var workdays = Math.Max(1, model.Problem.People[person].Workdays.Count);
        var fair = (turns.Count + workdays - 1) / workdays;
        return turns
                .GroupBy(turn => model.Calendar.Weekday[model.Calendar.TurnDay[turn]])
                .Sum(weekday => Math.Max(0, weekday.Count() - fair)) * Points.SameWeekday;
    }

    private static void Moved(PlanModel model, ReadOnlySpan<int> holders, long[] parts)
    {
        var people = new HashSet<int>();
        for (var turn = 0; turn < holders.Length; turn++)
        {
            var before = model.Pins.Before[turn];
            if (before < 0 || model.Pins.Pin[turn] >= 0 || holders[turn] == before)
                continue;
            people.Add(before);
            parts[5] += Points.MovedTurn;
        }
        parts[6] = people.Count * Points.MovedPerson;
    }
}
