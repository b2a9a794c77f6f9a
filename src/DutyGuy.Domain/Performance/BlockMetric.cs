namespace DutyGuy.Domain;

/// <summary>One figure of a block of minutes, on the scale on which it is compared (logarithm; errors as they are).</summary>
/// <param name="FewestRequests">Blocks with fewer say nothing.</param>
/// <param name="Spread">Variance of the figure for one request, by chance alone.</param>
internal sealed record BlockMetric(
    string Name,
    int FewestRequests,
    Func<Block, double> Value,
    Func<Block, double> Spread,
    bool IsShare = false
)
{
    // Variance of a sample quantile of a normal: q (1-q) / density^2.
    private const double OfMedian = 1.571;
    private const double OfP95 = 4.466;

    public static IReadOnlyList<BlockMetric> All { get; } =
    [
        new("p50", 5, b => Math.Log(b.Histogram.Quantile(0.5)), b => OfMedian * LogVariance(b.Histogram)),
        new("p95", 20, b => Math.Log(b.Histogram.Quantile(0.95)), b => OfP95 * LogVariance(b.Histogram)),
        new("mean", 5, b => Math.Log(Math.Max(1e-3, b.SumMs / b.Count)), b => Relative(b.Histogram)),
        new("errors", 5, b => b.Errors / b.Count, b => Chance((b.Errors + 1) / (b.Count + 2)), IsShare: true),
    ];

    /// <summary>The figure in the unit of a person: milliseconds, or a share.</summary>
    public double Shown(Block whole) => IsShare ? Value(whole) : Math.Exp(Value(whole));

    /// <summary>A change on the scale of comparison as a person reads it.</summary>
    public double Change(double difference) => IsShare ? difference : Math.Exp(difference) - 1;

    private static double Chance(double share) => share * (1 - share);

    private static double LogVariance(DurationHistogram h)
    {
        var mean = h.Bins.Sum(b => b.Key * b.Value) / h.Count;
        var bins = h.Bins.Sum(b => (b.Key - mean) * (b.Key - mean) * b.Value) / h.Count;
        // A step of a bin is ln gamma; one bin of spread at least, for what the bins hide.
        return (bins + 1) * Math.Pow(Math.Log(DurationHistogram.Gamma), 2);
    }

    private static double Relative(DurationHistogram h)
    {
        var mean = h.Bins.Sum(b => DurationHistogram.Representative(b.Key) * b.Value) / h.Count;
        return h.Bins.Sum(b => Math.Pow(DurationHistogram.Representative(b.Key) / mean - 1, 2) * b.Value) / h.Count
            + 1e-3;
    }
}
