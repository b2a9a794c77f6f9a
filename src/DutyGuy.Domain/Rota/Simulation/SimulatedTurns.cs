namespace DutyGuy.Domain;

/// <summary>Gives turn after turn to whoever is furthest behind, and remembers the gaps. Lives for one simulation.</summary>
internal sealed class SimulatedTurns
{
    private readonly SimulatedTeam team;
    private readonly bool[][] away;
    private readonly int[][] members;
    private readonly double[] rate;
    private readonly int[] start;
    private readonly int[] last;
    private readonly int[] done;
    private readonly List<int> gaps = [];

    public SimulatedTurns(SimulatedTeam team, bool[][] away, ref Draw draw)
    {
        (this.team, this.away) = (team, away);
        var people = Enumerable.Range(0, team.People.Count);
        members = [.. Enumerable.Range(0, team.Duties).Select(d => people.Where(p => team.TakesPart(p, d)).ToArray())];
        rate = Rates();
        start = Started(ref draw);
        last = [.. start];
        done = new int[team.People.Count];
    }

    /// <summary>One turn; false when nobody is in.</summary>
    public bool Turn(int day, int duty, double rest)
    {
        var (best, least) = (-1, (Rests: true, Behind: double.MaxValue));
        foreach (var person in members[duty])
        {
            if (away[person][day] || last[person] == day)
                continue;
            var behind = (day - start[person]) * rate[person] - done[person];
            var rank = (Rests: (day - last[person]) * rate[person] < rest, Behind: -behind);
            if (best < 0 || rank.CompareTo(least) < 0)
                (best, least) = (person, rank);
        }
        if (best < 0)
            return false;
        if (last[best] >= 0)
            gaps.Add(day - last[best]);
        (last[best], done[best]) = (day, done[best] + 1);
        return true;
    }

    public SimulatedYear Result(int open)
    {
        gaps.Sort();
        var most = Enumerable.Range(0, done.Length).Where(person => rate[person] > 0).Select(PerFullShare).ToList();
        var perYear =
            rate.Length == 0 ? 0 : done.Sum() / Math.Max(0.001, team.People.Sum(one => one.Share)) / team.Years;
        var shown =
            gaps.Count == 0
                ? new SimulatedGaps(0, 0, 0, 0, 0)
                : new(gaps.Average(), At(0.5), At(0.9), gaps[^1], gaps[0]);
        return new(shown, perYear, most.DefaultIfEmpty().Min(), most.DefaultIfEmpty().Max(), open);
    }

    private int At(double part) => gaps[Math.Min(gaps.Count - 1, (int)(part * gaps.Count))];

    private int PerFullShare(int person) => (int)Math.Round(done[person] / team.People[person].Share / team.Years);

    // Turns a day: each duty shared as evenly as the memberships allow.
    private double[] Rates()
    {
        var sets = new ulong[team.People.Count];
        for (var duty = 0; duty < team.Duties; duty++)
        {
            foreach (var person in members[duty])
                sets[person] |= 1UL << duty % 64;
        }
        var shares = new Dictionary<ulong, double>();
        for (var person = 0; person < sets.Length; person++)
        {
            if (sets[person] != 0)
                shares[sets[person]] = shares.GetValueOrDefault(sets[person]) + team.People[person].Share;
        }
        var parts = EvenSplit.Parts(team.Duties >= 64 ? ulong.MaxValue : (1UL << team.Duties) - 1, shares);
        return
        [
            .. sets.Select((set, person) => (parts.GetValueOrDefault(set)?.Sum() ?? 0) * team.People[person].Share),
        ];
    }

    // Everybody had a turn before, one after the other.
    private int[] Started(ref Draw draw)
    {
        var order = Enumerable.Range(0, team.People.Count).ToArray();
        for (var i = order.Length - 1; i > 0; i--)
        {
            var other = Draw.Below((uint)(draw.Next() >> 32), i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }
        var before = new int[order.Length];
        for (var place = 0; place < order.Length; place++)
            before[order[place]] = -1 - place / Math.Max(1, team.Duties);
        return before;
    }
}
