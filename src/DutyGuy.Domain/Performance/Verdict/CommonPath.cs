namespace DutyGuy.Domain;

/// <summary>
/// What all endpoints do alike, minute by minute and apart for the old and the new release: a weighted mean of how far each
/// is from its own level before, with Huber's weights, so that the endpoints which the release did change pull little.
/// </summary>
internal sealed class CommonPath
{
    private const int Rounds = 5;
    private const double OwnNoise = 0.04;
    private const double Huber = 1.5;

    /// <summary>With fewer, what they do alike cannot be told from what each does, and nothing is taken out.</summary>
    public const int FewestEndpoints = 5;

    private readonly RolloutFrame frame;
    private readonly double[] sums;
    private readonly double[] weights;

    private CommonPath(RolloutFrame frame)
    {
        this.frame = frame;
        Values = new double[2 * frame.Times];
        sums = new double[2 * frame.Times];
        weights = new double[2 * frame.Times];
    }

    /// <summary>False with too few endpoints: then it is 0.</summary>
    public bool IsKnown => Array.Exists(weights, w => w > 0);

    /// <summary>On the scale of the logarithm; see <see cref="Place"/>.</summary>
    public double[] Values { get; }

    /// <summary>Variance of a value by chance; infinite where nothing was served.</summary>
    public double Variance(int place) => weights[place] > 0 ? 1 / weights[place] : double.PositiveInfinity;

    public double this[in Cell cell] => Values[Place(cell.Time, cell.IsNew)];

    public static int Place(int time, bool isNew) => 2 * time + (isNew ? 1 : 0);

    public static CommonPath Of(IReadOnlyList<EndpointSeries> all, RolloutFrame frame)
    {
        var path = new CommonPath(frame);
        for (var round = 0; round < Rounds && all.Count >= FewestEndpoints; round++)
        {
            Array.Clear(path.sums);
            Array.Clear(path.weights);
            foreach (var one in all)
                path.Add(one, robust: round > 0);
            for (var i = 0; i < path.Values.Length; i++)
                path.Values[i] = path.weights[i] > 0 ? path.sums[i] / path.weights[i] : 0;
        }
        return path;
    }

    private void Add(EndpointSeries one, bool robust)
    {
        var (yesterday, today) = (LevelOf(one, false), LevelOf(one, true));
        foreach (ref readonly var cell in one.Cells.AsSpan())
        {
            var level = frame.IsToday(cell.Time) ? today : yesterday;
            if (double.IsInfinity(level.Variance))
                continue;
            var place = Place(cell.Time, cell.IsNew);
            var variance = one.Spread / cell.Count + level.Variance + OwnNoise * OwnNoise;
            var off = one.Location(cell) - level.Value;
            var weight = 1 / variance;
            if (robust)
                weight *= Math.Min(1, Huber * Math.Sqrt(variance) / (Math.Abs(off - Values[place]) + 1e-12));
            sums[place] += weight * off;
            weights[place] += weight;
        }
    }

    private (double Value, double Variance) LevelOf(EndpointSeries one, bool today)
    {
        double count = 0,
            sum = 0;
        foreach (ref readonly var cell in one.Cells.AsSpan())
            if (!cell.IsNew && frame.IsToday(cell.Time) == today && cell.Time < (today ? frame.Switch : frame.Before))
            {
                count += cell.Count;
                sum += cell.Scores / one.Slope - cell.Count * this[cell];
            }
        return count > 0 ? (sum / count, one.Spread / count) : (0, double.PositiveInfinity);
    }
}
