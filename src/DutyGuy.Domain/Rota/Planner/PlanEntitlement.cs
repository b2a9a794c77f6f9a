namespace DutyGuy.Domain;

/// <summary>
/// How many turns everybody is entitled to. Each day's turns are shared that day among all who take part in their duty, in proportion to
/// the share, whether they are in that very day or not: nobody loses or gains a turn by a day off. The daily split is that of Fagin and
/// Williams, A fair carpool scheduling algorithm, IBM J. Res. Dev. 27 (1983).
/// </summary>
internal sealed class PlanEntitlement
{
    private readonly PlanProblem problem;
    private readonly PlanCalendar calendar;
    private readonly PlanTeam team;
    private readonly ulong[] takes;
    private readonly ulong[] wantedOf;
    private double unpopularTurns;
    private ulong lastWanted;
    private Dictionary<ulong, double> lastGroups = [];
    private Dictionary<ulong, double[]> lastParts = [];
    private readonly double[] due;

    public PlanEntitlement(PlanProblem problem, PlanCalendar calendar, PlanTeam team, PlanLaps laps)
    {
        (this.problem, this.calendar, this.team) = (problem, calendar, team);
        (Turns, Unpopular) = (new double[team.People], new double[team.People]);
        Days = new int[team.People];
        wantedOf = new ulong[team.People];
        takes = [.. Enumerable.Range(0, team.People).Select(DutiesOf)];
        due = new double[team.People * team.Duties];
        for (var day = 0; day < calendar.Days; day++)
        {
            ShareOut(day);
            laps.After(day, due);
        }
        var total = Unpopular.Sum();
        for (var person = 0; person < team.People && total > 0; person++)
            Unpopular[person] *= unpopularTurns / total;
        Carry = [.. problem.People.Select(one => one.History.Values.Sum(h => h.Done - h.Entitled))];
        CarryUnpopular =
        [
            .. problem.People.Select(one => one.History.Values.Sum(h => h.UnpopularDone - h.UnpopularEntitled)),
        ];
    }

    /// <summary>Turns that each person is entitled to in this plan.</summary>
    public double[] Turns { get; }

    /// <summary>Unpopular turns that each person is entitled to.</summary>
    public double[] Unpopular { get; }

    /// <summary>Duty days on which each person shared in the turns.</summary>
    public int[] Days { get; }

    /// <summary>Turns done before beyond the entitlement (below 0: owed).</summary>
    public double[] Carry { get; }

    /// <summary>The same for unpopular turns.</summary>
    public double[] CarryUnpopular { get; }

    /// <summary>Duty days between two turns of the person if all came evenly; 0 for somebody who is entitled to none.</summary>
    public double Ideal(int person) => Turns[person] > 1e-9 ? Days[person] / Turns[person] : 0;

    private void ShareOut(int day)
    {
        var (open, wanted, unpopular) = (0, 0UL, 0);
        for (var turn = calendar.FirstTurn[day]; turn < calendar.FirstTurn[day + 1]; turn++)
        {
            if (!SomebodyExperienced(turn))
                continue;
            open++;
            wanted |= 1UL << calendar.TurnDuty[turn];
            unpopular += calendar.Unpopular[turn] ? 1 : 0;
        }
        if (open == 0)
            return;
        unpopularTurns += unpopular;
        var parts = Parts(wanted, Groups(day, wanted));
        for (var person = 0; person < team.People; person++)
        {
            if (wantedOf[person] != 0 && parts.TryGetValue(wantedOf[person], out var part))
                Give(person, day, part, (double)unpopular / open);
        }
    }

    // Most days are like the day before.
    private Dictionary<ulong, double[]> Parts(ulong wanted, Dictionary<ulong, double> groups)
    {
        var same = wanted == lastWanted && groups.Count == lastGroups.Count;
        if (!same || groups.Any(group => lastGroups.GetValueOrDefault(group.Key) != group.Value))
            (lastWanted, lastGroups, lastParts) = (wanted, groups, EvenSplit.Parts(wanted, groups));
        return lastParts;
    }

    // The people of a day by the duties of that day in which they take part.
    private Dictionary<ulong, double> Groups(int day, ulong wanted)
    {
        var groups = new Dictionary<ulong, double>();
        for (var person = 0; person < team.People; person++)
        {
            wantedOf[person] = team.Counted.Has(person, day) ? takes[person] & wanted : 0;
            if (wantedOf[person] == 0)
                continue;
            Days[person]++;
            groups[wantedOf[person]] = groups.GetValueOrDefault(wantedOf[person]) + problem.People[person].Share;
        }
        return groups;
    }

    private void Give(int person, int day, double[] parts, double unpopular)
    {
        var part = 0.0;
        for (var duty = 0; duty < team.Duties; duty++)
        {
            var one = problem.People[person].Share * parts[duty];
            due[person * team.Duties + duty] += one;
            part += one;
        }
        Turns[person] += part;
        var weekday = (NodaTime.IsoDayOfWeek)(calendar.Weekday[day] + 1);
        if (unpopular > 0 && problem.People[person].Workdays.Contains(weekday))
            Unpopular[person] += part * unpopular;
    }

    private bool SomebodyExperienced(int turn)
    {
        foreach (var person in team.Members[calendar.TurnDuty[turn]])
        {
            if (team.IsExperienced(person, turn))
                return true;
        }
        return false;
    }

    private ulong DutiesOf(int person)
    {
        var set = 0UL;
        for (var duty = 0; duty < team.Duties; duty++)
            set |= team.Takes(person, duty) ? 1UL << duty : 0;
        return set;
    }
}
