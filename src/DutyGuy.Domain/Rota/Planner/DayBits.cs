using System.Numerics;

namespace DutyGuy.Domain;

/// <summary>A set of duty days for each person, one bit a day: neighbours are found without a walk.</summary>
internal sealed class DayBits(int people, int days)
{
    private readonly int words = Math.Max(1, (days + 63) >> 6);
    private readonly ulong[] bits = new ulong[people * Math.Max(1, (days + 63) >> 6)];

    public bool Has(int person, int day) => (bits[person * words + (day >> 6)] >> (day & 63) & 1) != 0;

    public void Set(int person, int day) => bits[person * words + (day >> 6)] |= 1UL << (day & 63);

    public void Clear(int person, int day) => bits[person * words + (day >> 6)] &= ~(1UL << (day & 63));

    /// <summary>The last day of the set before this one, or none.</summary>
    public int Before(int person, int day, int none)
    {
        var first = person * words;
        var at = first + (day >> 6);
        var found = bits[at] & ((1UL << (day & 63)) - 1);
        while (found == 0)
        {
            if (--at < first)
                return none;
            found = bits[at];
        }
        return ((at - first) << 6) + 63 - BitOperations.LeadingZeroCount(found);
    }

    /// <summary>The first day of the set after this one, or none.</summary>
    public int After(int person, int day, int none)
    {
        var first = person * words;
        var at = first + (day >> 6);
        var found = bits[at] & (ulong.MaxValue << (day & 63)) & ~(1UL << (day & 63));
        while (found == 0)
        {
            if (++at >= first + words)
                return none;
            found = bits[at];
        }
        return ((at - first) << 6) + BitOperations.TrailingZeroCount(found);
    }

    public void CopyFrom(DayBits other) => other.bits.CopyTo(bits, 0);
}
