using System.Globalization;
using System.Text;
using DutyGuy.Domain;

namespace DutyGuy.Web;

/// <summary>The logarithmic scale on which durations of several endpoints are drawn, one under the other. Pure.</summary>
/// <param name="From">Milliseconds at the left end.</param>
/// <param name="To">Milliseconds at the right end.</param>
public sealed record DurationAxis(double From, double To)
{
    public const int Width = 272;
    public const int Middle = 26;

    const int Column = 4;
    const int MostTicks = 6;

    // So that few durations are not drawn as a comb: the bins are finer than what can be told.
    const int Smoothings = 3;

    /// <summary>From the fastest to the slowest, without the outermost.</summary>
    public static DurationAxis Of(IEnumerable<EndpointDurations> all)
    {
        var seen = all.SelectMany(d => new[] { d.Before, d.After }).Where(h => h.Count > 0).ToList();
        if (seen.Count == 0)
            return new(1, 1000);
        var (from, to) = (seen.Min(h => h.Quantile(0.005)) / 1.3, seen.Max(h => h.Quantile(0.995)) * 1.3);
        return to / from >= 8 ? new(from, to) : new(from / Math.Sqrt(8), to * Math.Sqrt(8));
    }

    public double X(double ms) =>
        Math.Round(Math.Clamp(Width * Math.Log(ms / From) / Math.Log(To / From), 0, Width), 1);

    /// <summary>1, 2 and 5 of each decade, or fewer where they stand too close.</summary>
    public IReadOnlyList<double> Ticks
    {
        get
        {
            double[][] steps =
            [
                [1, 2, 5],
                [1, 3],
                [1],
            ];
            return steps.Select(Of).FirstOrDefault(t => t.Count <= MostTicks) ?? Of(steps[^1]);
        }
    }

    /// <summary>0.5 ms, 200 ms, 2 s</summary>
    public static string Label(double ms) =>
        ms < 1000 ? string.Create(CultureInfo.InvariantCulture, $"{ms:0.##} ms") : Say.Number(ms / 1000) + " s";

    /// <summary>The outlines of before (upwards) and after (downwards); equal areas are equal shares of the requests.</summary>
    public (string Before, string After) Outlines(EndpointDurations durations)
    {
        var (before, after) = (Shares(durations.Before), Shares(durations.After));
        var highest = before.Concat(after).Max();
        return (Outline(before, highest, -1), Outline(after, highest, 1));
    }

    List<double> Of(double[] steps) =>
        [
            .. Enumerable
                .Range(-3, 10)
                .SelectMany(decade => steps.Select(s => s * Math.Pow(10, decade)))
                .Where(t => t > From * 1.05 && t < To / 1.05),
        ];

    double[] Shares(DurationHistogram histogram)
    {
        var shares = new double[Width / Column + 1];
        foreach (var (bin, weight) in histogram.Bins)
            shares[(int)Math.Round(X(DurationHistogram.Representative(bin)) / Column)] += weight / histogram.Count;
        for (var i = 0; i < Smoothings; i++)
            shares = Smoothed(shares);
        return shares;
    }

    static double[] Smoothed(double[] shares) =>
        [
            .. shares.Select(
                (s, i) => (shares[Math.Max(0, i - 1)] + 2 * s + shares[Math.Min(shares.Length - 1, i + 1)]) / 4
            ),
        ];

    static string Outline(double[] shares, double highest, int sign)
    {
        const double Least = 0.2;
        var heights = shares.Select(s => highest > 0 ? (Middle - 2) * s / highest : 0).ToArray();
        var (first, last) = (Array.FindIndex(heights, h => h > Least), Array.FindLastIndex(heights, h => h > Least));
        if (first < 0)
            return "";
        var path = new StringBuilder().Append(CultureInfo.InvariantCulture, $"M{first * Column} {Middle}");
        for (var i = first; i <= last; i++)
            path.Append(CultureInfo.InvariantCulture, $"L{i * Column} {Middle + sign * heights[i]:0.#}");
        return path.Append(CultureInfo.InvariantCulture, $"L{last * Column} {Middle}Z").ToString();
    }
}
