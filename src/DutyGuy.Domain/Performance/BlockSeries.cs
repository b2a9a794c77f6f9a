namespace DutyGuy.Domain;

/// <summary>One metric of one endpoint, block by block, on each side (see <see cref="Windows"/>).</summary>
internal sealed class BlockSeries
{
    // Var(block) = noise + spread / requests; for durations both are equal at about this many requests.
    private const double HalfWeight = 100;
    private const int FewestBlocks = 2;
    private const double MinuteMemory = 0.93;

    private readonly IReadOnlyList<(int Index, double X, double Weight)>[] sides;

    private BlockSeries(string endpoint, IReadOnlyList<(int, double, double)>[] sides)
    {
        (Endpoint, this.sides) = (endpoint, sides);
        SidesUsed = sides[2].Count >= FewestBlocks && sides[3].Count >= FewestBlocks ? 4 : 2;
        var means = sides.Select(Mean).ToArray();
        Difference = means[1] - means[0] - (SidesUsed == 4 ? means[3] - means[2] : 0);
        var used = sides.Take(SidesUsed).ToList();
        Freedom = used.Sum(s => s.Count - 1);
        var square = used.Sum(side => Squares(side, Mean(side))) / Math.Max(1, Freedom);
        Variance = used.Sum(side => square / Effective(side));
    }

    public string Endpoint { get; }

    /// <summary>4 with the day before, else 2.</summary>
    public int SidesUsed { get; }

    /// <summary>After less before, less the same of the day before.</summary>
    public double Difference { get; }

    /// <summary>Degrees of freedom of the variance.</summary>
    public double Freedom { get; }

    /// <summary>Variance of the difference if blocks had no memory.</summary>
    public double Variance { get; }

    public bool Usable => sides[0].Count >= FewestBlocks && sides[1].Count >= FewestBlocks && Freedom >= 4;

    public static BlockSeries Of(string endpoint, BlockMetric metric, Windows windows) =>
        new(
            endpoint,
            windows
                .BlocksOf(endpoint)
                .Select(side =>
                    side.Where(b => b.Value.Count >= metric.FewestRequests)
                        .Select(b => (b.Key, metric.Value(b.Value), b.Value.Count / (b.Value.Count + HalfWeight)))
                        .ToList()
                )
                .ToArray()
        );

    /// <summary>What all endpoints do alike: in each block the median of how far they are from their own level before.</summary>
    public static BlockSeries CommonOf(IReadOnlyList<BlockSeries> all) =>
        new(
            "(all endpoints)",
            Enumerable
                .Range(0, Windows.Sides)
                .Select(side =>
                    all.SelectMany(s =>
                            s.sides[side].Select(b => (b.Index, Off: b.X - Mean(s.sides[side < 2 ? 0 : 2])))
                        )
                        .Where(b => double.IsFinite(b.Off))
                        .GroupBy(b => b.Index)
                        .Select(g => (g.Key, Median(g.Select(b => b.Off)), 1.0))
                        .ToList()
                )
                .ToArray()
        );

    /// <summary>This series without what all do alike.</summary>
    public BlockSeries Less(BlockSeries common) =>
        new(
            Endpoint,
            sides
                .Select(
                    (side, i) =>
                    {
                        var level = common.sides[i].ToDictionary(b => b.Index, b => b.X);
                        return side.Select(b => (b.Index, b.X - level.GetValueOrDefault(b.Index), b.Weight)).ToList();
                    }
                )
                .ToArray()
        );

    /// <summary>
    /// How many times the variance of a mean grows because noise remembers: 1 + 2 (r1 + r2 + ...), with r1 seen in all
    /// endpoints and the others fading as noise does that keeps `MinuteMemory` of itself each minute. Requests by chance
    /// have no memory and hide the one of the noise, so r1 gets the benefit of its own doubt.
    /// </summary>
    public static double Inflation(IReadOnlyList<BlockSeries> all, int blockMinutes)
    {
        var own = all.SelectMany(s => s.sides.Take(s.SidesUsed))
            .Where(s => s.Count > 2)
            .Select(s => (s.Count, R: Own(s)));
        // Each endpoint counts alike, however noisy; one that never moves says nothing.
        var moving = own.Where(o => !double.IsNaN(o.R)).ToList();
        var k = moving.Count > 0 ? moving.Average(o => o.Count) : 0;
        var r = k > 5 ? (moving.Average(o => o.R) * k + 1) / (k - 4) + 1 / Math.Sqrt(moving.Count * k) : 0.3;
        return 1 + 2 * Math.Clamp(r, 0, 0.9) / (1 - Math.Pow(MinuteMemory, blockMinutes));
    }

    /// <summary>Correlation of neighbours in one series, too small when the series is short; NaN when it never moves.</summary>
    private static double Own(IReadOnlyList<(int Index, double X, double Weight)> side)
    {
        var mean = side.Average(b => b.X);
        var square = side.Sum(b => (b.X - mean) * (b.X - mean));
        var product = side.Zip(side.Skip(1), (a, b) => (a.X - mean) * (b.X - mean)).Sum();
        return square > 1e-9 ? product / square : double.NaN;
    }

    private static double Mean(IReadOnlyList<(int Index, double X, double Weight)> side) =>
        side.Sum(b => b.X * b.Weight) / side.Sum(b => b.Weight);

    private static double Squares(IReadOnlyList<(int Index, double X, double Weight)> side, double mean) =>
        side.Count == 0 ? 0 : side.Sum(b => b.Weight * (b.X - mean) * (b.X - mean)) / side.Average(b => b.Weight);

    private static double Effective(IReadOnlyList<(int Index, double X, double Weight)> side) =>
        Math.Pow(side.Sum(b => b.Weight), 2) / side.Sum(b => b.Weight * b.Weight);

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
