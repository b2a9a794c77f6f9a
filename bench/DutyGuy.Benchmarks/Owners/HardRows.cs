using DutyGuy.Domain;

namespace DutyGuy.Benchmarks.Owners;

/// <summary>Of hundreds of people only those teach something who are hard to tell from the right one.</summary>
static class HardRows
{
    const int Most = 40;

    static readonly Sign[] Likely =
    [
        Sign.TopHalfYearShare,
        Sign.FramesShare,
        Sign.KinShare,
        Sign.AreaShare,
        Sign.TogetherShare,
        Sign.SeasonShare,
        Sign.Near,
        Sign.NearAll,
        Sign.LastRank,
    ];

    /// <summary>The case with its likeliest people, the right ones among them.</summary>
    public static LearningCase Of(LearningCase c)
    {
        if (c.Rows.Length <= Most)
            return c;
        var kept = Enumerable
            .Range(0, c.Rows.Length)
            .OrderByDescending(place => Likely.Sum(sign => c.Rows[place][(int)sign]))
            .Take(Most)
            .Concat(new[] { c.Fixer, c.Introducer }.Where(place => place >= 0))
            .Distinct()
            .Order()
            .ToList();
        return c with
        {
            Rows = [.. kept.Select(place => c.Rows[place])],
            People = [.. kept.Select(place => c.People[place])],
            Fixer = kept.IndexOf(c.Fixer),
            Introducer = kept.IndexOf(c.Introducer),
        };
    }
}
