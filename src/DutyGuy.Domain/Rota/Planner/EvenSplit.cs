namespace DutyGuy.Domain;

/// <summary>
/// One turn of each duty shared among all who take part in it: nobody gets less than a part of an equal one, and beyond that what
/// everybody carries in all duties together is as even per share as the memberships allow (weighted max-min fair). Groups are
/// people who take part in the same duties.
/// </summary>
internal static class EvenSplit
{
    /// <summary>
    /// Of an equal part of a duty, what everybody has at least who takes part in it. Half is promised; more, because turns are whole.
    /// </summary>
    public const double Least = 0.55;

    private const double Tie = 1e-12;
    private const int MostRounds = 400;

    /// <summary>Turns per share of each group in each duty, by bit. A group is the set of the duties in which its people take part.</summary>
    /// <param name="duties">The duties of the day, as bits.</param>
    /// <param name="shares">The shares of all people of a group together.</param>
    /// <param name="least">Of an equal part, what nobody gets less than: 0 to 1.</param>
    public static Dictionary<ulong, double[]> Parts(
        ulong duties,
        IReadOnlyDictionary<ulong, double> shares,
        double least = Least
    )
    {
        var groups = shares.Where(g => g.Value > Tie).Select(g => new Group(g.Key, g.Value)).ToList();
        var members = Bits(duties)
            .Select(bit => (Bit: bit, Members: groups.Where(g => (g.Duties >> bit & 1) != 0).ToList()))
            .Where(duty => duty.Members.Count > 0)
            .ToList();
        foreach (var (bit, taking) in members)
        foreach (var group in taking)
            group.Set(bit, 1 / taking.Sum(g => g.Share));
        // Each duty in turn is shared so that the loads of all who take part in it are even: that comes to rest at the fairest.
        for (
            var round = 0;
            round < MostRounds && members.Sum(duty => Level(duty.Bit, duty.Members, least)) > Tie;
            round++
        ) { }
        return groups.ToDictionary(g => g.Duties, g => g.Parts);
    }

    // Gives who carries least in other duties the most of this one; returns how much that changed.
    private static double Level(int bit, List<Group> taking, double least)
    {
        if (taking.Count == 1)
            return 0;
        var shares = taking.Sum(g => g.Share);
        var floor = least / shares;
        taking.Sort((one, two) => one.Besides(bit).CompareTo(two.Besides(bit)));
        var (rest, filled, level) = (1 - least, 0.0, taking[0].Besides(bit) + floor);
        for (var i = 0; i < taking.Count; i++)
        {
            filled += taking[i].Share;
            var next = i + 1 < taking.Count ? taking[i + 1].Besides(bit) + floor : double.PositiveInfinity;
            var step = Math.Min(rest / filled, next - level);
            (level, rest) = (level + step, rest - step * filled);
            if (rest <= 0)
                break;
        }
        return taking.Sum(g => g.Set(bit, Math.Max(floor, level - g.Besides(bit))));
    }

    private static IEnumerable<int> Bits(ulong set) => Enumerable.Range(0, 64).Where(bit => (set >> bit & 1) != 0);

    private sealed class Group(ulong duties, double share)
    {
        private double all;

        public ulong Duties { get; } = duties;
        public double Share { get; } = share;
        public double[] Parts { get; } = new double[64];

        public double Besides(int bit) => all - Parts[bit];

        public double Set(int bit, double part)
        {
            var change = part - Parts[bit];
            (Parts[bit], all) = (part, all + change);
            return Math.Abs(change);
        }
    }
}
