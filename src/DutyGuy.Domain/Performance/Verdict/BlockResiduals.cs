namespace DutyGuy.Domain;

/// <summary>
/// The endpoints that tell most, in blocks of five minutes, less the common path, and less what their own levels, the load
/// and a step of the release could be: what is left shows which endpoints move together.
/// </summary>
internal sealed class BlockResiduals
{
    public const int BlockMinutes = 5;
    private const int Most = 500;
    private const double OwnNoise = 0.03;
    private const int Explained = 5;

    private BlockResiduals(int blocks) => Blocks = blocks;

    public static BlockResiduals Nothing { get; } = new(1);

    public int Blocks { get; }
    public List<EndpointSeries> Endpoints { get; } = [];
    public List<double[]> Values { get; } = [];
    public List<double[]> Weights { get; } = [];

    public static int BlockOf(int time) => time / BlockMinutes;

    public static BlockResiduals Of(
        IReadOnlyList<EndpointSeries> all,
        CommonPath common,
        double[] load,
        WarmUp warmUp,
        RolloutFrame frame
    )
    {
        var residuals = new BlockResiduals((frame.Times - 1) / BlockMinutes + 1);
        var telling = all.Where(s => s.Cells.Length > 0)
            .OrderByDescending(s => s.Known / s.Spread)
            .ThenBy(s => s.Endpoint, StringComparer.Ordinal)
            .Take(Most);
        foreach (var one in telling)
            residuals.Add(one, common, load, warmUp, frame);
        return residuals;
    }

    private void Add(EndpointSeries one, CommonPath common, double[] load, WarmUp warmUp, RolloutFrame frame)
    {
        var (values, counts, news) = (new double[Blocks], new double[Blocks], new double[Blocks]);
        var (loads, warm) = (new double[Blocks], new double[Blocks]);
        Span<double> path = stackalloc double[2];
        foreach (ref readonly var cell in one.Cells.AsSpan())
        {
            var b = BlockOf(cell.Time);
            counts[b] += cell.Count;
            values[b] += cell.Scores / one.Slope - cell.Count * common[cell];
            loads[b] += cell.Count * load[cell.Time];
            news[b] += cell.IsNew ? cell.Count : 0;
            path.Clear();
            warmUp.Fill(cell, frame, path);
            warm[b] += cell.Count * path[0];
        }
        var weights = new double[Blocks];
        var columns = new double[Explained][];
        for (var c = 0; c < Explained; c++)
            columns[c] = new double[Blocks];
        for (var b = 0; b < Blocks; b++)
            if (counts[b] > 0)
            {
                weights[b] = 1 / (one.Spread / counts[b] + OwnNoise * OwnNoise);
                values[b] /= counts[b];
                var today = frame.IsToday(b * BlockMinutes);
                columns[0][b] = today ? 1 : 0;
                columns[1][b] = today ? 0 : 1;
                columns[2][b] = news[b] / counts[b];
                columns[3][b] = loads[b] / counts[b];
                columns[4][b] = warm[b] / counts[b];
            }
        Remove(values, weights, columns);
        Endpoints.Add(one);
        Values.Add(values);
        Weights.Add(weights);
    }

    /// <summary>Takes the columns out, each made orthogonal to those before it (Gram-Schmidt with weights).</summary>
    private static void Remove(double[] values, double[] weights, double[][] columns)
    {
        for (var c = 0; c < columns.Length; c++)
        {
            for (var d = 0; d < c; d++)
                Subtract(columns[c], columns[d], weights);
            Subtract(values, columns[c], weights);
        }
    }

    private static void Subtract(double[] from, double[] column, double[] weights)
    {
        double product = 0,
            square = 0;
        for (var b = 0; b < from.Length; b++)
        {
            product += weights[b] * from[b] * column[b];
            square += weights[b] * column[b] * column[b];
        }
        if (square < 1e-6)
            return;
        for (var b = 0; b < from.Length; b++)
            from[b] -= product / square * column[b];
    }
}
