using System.Numerics;

namespace DutyGuy.Domain;

/// <summary>
/// One turn of each duty shared as evenly per share as the memberships allow (weighted max-min fair): the set of duties with the most
/// turns per share goes first, then the rest. Groups are people who take part in the same duties.
/// </summary>
internal static class EvenSplit
{
    // Above this, trying every set of duties that hang together takes too long.
    private const int MostDuties = 16;
    private const double Tie = 1e-12;

    /// <summary>Turns per share of each group. A group is the set of the duties (as bits) in which its people take part.</summary>
    public static Dictionary<ulong, double> Levels(ulong duties, IReadOnlyDictionary<ulong, double> shares)
    {
        var levels = new Dictionary<ulong, double>();
        foreach (var component in Components(duties, shares.Keys))
        {
            var groups = shares.Where(group => (group.Key & component) != 0).ToList();
            if (BitOperations.PopCount(component) > MostDuties)
                Alone(component, groups, levels);
            else
                DensestFirst(component, groups, levels);
        }
        return levels;
    }

    private static void DensestFirst(
        ulong rest,
        List<KeyValuePair<ulong, double>> groups,
        Dictionary<ulong, double> levels
    )
    {
        while (rest != 0)
        {
            var (chosen, level) = Densest(rest, groups);
            if (chosen == 0)
                return;
            foreach (var group in groups.Where(group => (group.Key & chosen) != 0))
                levels[group.Key] = level;
            groups = [.. groups.Where(group => (group.Key & chosen) == 0)];
            rest &= ~chosen;
        }
    }

    // The share of all who take part in any duty of a set = all shares - the shares of those only in its complement.
    private static (ulong Duties, double Level) Densest(ulong rest, List<KeyValuePair<ulong, double>> groups)
    {
        var bits = Bits(rest);
        var within = new double[1 << bits.Length];
        var total = 0.0;
        foreach (var (group, share) in groups)
        {
            within[Packed(group, bits)] += share;
            total += share;
        }
        for (var bit = 0; bit < bits.Length; bit++)
        {
            for (var set = 0; set < within.Length; set++)
                within[set] += (set >> bit & 1) != 0 ? within[set ^ 1 << bit] : 0;
        }
        var (best, bestLevel) = (0, 0.0);
        for (var set = 1; set < within.Length; set++)
        {
            var share = total - within[within.Length - 1 ^ set];
            if (share <= Tie)
                continue;
            var level = BitOperations.PopCount((uint)set) / share;
            var ties = Math.Abs(level - bestLevel) <= Tie;
            if (ties ? BitOperations.PopCount((uint)set) > BitOperations.PopCount((uint)best) : level > bestLevel)
                (best, bestLevel) = (set, level);
        }
        return (Unpacked(best, bits), bestLevel);
    }

    // Many duties that all hang together: each group gets its part of each of its duties.
    private static void Alone(ulong duties, List<KeyValuePair<ulong, double>> groups, Dictionary<ulong, double> levels)
    {
        foreach (var bit in Bits(duties))
        {
            var taking = groups.Where(group => (group.Key >> bit & 1) != 0).ToList();
            var share = taking.Sum(group => group.Value);
            foreach (var group in taking.Where(_ => share > Tie))
                levels[group.Key] = levels.GetValueOrDefault(group.Key) + 1 / share;
        }
    }

    private static IEnumerable<ulong> Components(ulong duties, IEnumerable<ulong> groups)
    {
        var known = groups.ToList();
        while (duties != 0)
        {
            var part = duties & (ulong)-(long)duties;
            for (var before = 0UL; before != part; )
            {
                before = part;
                foreach (var group in known.Where(group => (group & before) != 0))
                    part |= group;
            }
            yield return part;
            duties &= ~part;
        }
    }

    private static int[] Bits(ulong set) => [.. Enumerable.Range(0, 64).Where(bit => (set >> bit & 1) != 0)];

    private static int Packed(ulong set, int[] bits)
    {
        var packed = 0;
        for (var i = 0; i < bits.Length; i++)
            packed |= (int)(set >> bits[i] & 1) << i;
        return packed;
    }

    private static ulong Unpacked(int packed, int[] bits)
    {
        var set = 0UL;
        for (var i = 0; i < bits.Length; i++)
            set |= (ulong)(packed >> i & 1) << bits[i];
        return set;
    }
}
