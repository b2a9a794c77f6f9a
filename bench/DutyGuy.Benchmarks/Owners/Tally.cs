using System.Globalization;

namespace DutyGuy.Benchmarks.Owners;

/// <summary>How often a ranking names the fixer, or the fixer or introducer, first, in three, and its mean reciprocal rank.</summary>
sealed record Tally(
    double First,
    double InThree,
    double Mrr,
    double EitherFirst,
    double EitherInThree,
    double EitherMrr,
    int Nobody,
    int Cases
)
{
    public static Tally Of(IReadOnlyList<LearningCase> cases, Func<LearningCase, float[]> scores)
    {
        var (fixer, either, nobody) = (new List<int>(), new List<int>(), 0);
        foreach (var c in cases)
        {
            var values = scores(c);
            var order = Enumerable
                .Range(0, values.Length)
                .Where(place => values[place] != 0)
                .OrderByDescending(place => values[place])
                .ToList();
            nobody += order.Count == 0 ? 1 : 0;
            fixer.Add(Place(order, c.Fixer));
            either.Add(Math.Min(Place(order, c.Fixer), Place(order, c.Introducer)));
        }
        return new(
            Within(fixer, 1),
            Within(fixer, 3),
            Mean(fixer),
            Within(either, 1),
            Within(either, 3),
            Mean(either),
            nobody,
            cases.Count
        );
    }

    /// <summary>The mean of repositories: a large one must not drown the others.</summary>
    public static Tally Mean(IReadOnlyList<Tally> all) =>
        new(
            all.Average(t => t.First),
            all.Average(t => t.InThree),
            all.Average(t => t.Mrr),
            all.Average(t => t.EitherFirst),
            all.Average(t => t.EitherInThree),
            all.Average(t => t.EitherMrr),
            all.Sum(t => t.Nobody),
            all.Sum(t => t.Cases)
        );

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Nobody, 4} of {Cases, 4} | {First, 5:0.0} {InThree, 5:0.0} {Mrr:0.000} | {EitherFirst, 5:0.0} {EitherInThree, 5:0.0} {EitherMrr:0.000}"
        );

    static int Place(List<int> order, int who) =>
        who >= 0 && order.IndexOf(who) is >= 0 and var place ? place + 1 : int.MaxValue;

    static double Within(List<int> places, int most) =>
        100.0 * places.Count(place => place <= most) / Math.Max(1, places.Count);

    static double Mean(List<int> places) =>
        places.Sum(place => place <= 10 ? 1.0 / place : 0) / Math.Max(1, places.Count);
}
