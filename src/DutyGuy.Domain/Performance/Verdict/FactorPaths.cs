namespace DutyGuy.Domain;

/// <summary>
/// Paths that some endpoints follow and others do not: a shared dependency, a noisy neighbour. They are found one after the
/// other by alternating least squares (weighted, rank one), and taken only when endpoints follow the path that the others
/// alone make; an endpoint is always given the path of the others, so that its own noise does not explain itself.
/// </summary>
internal sealed class FactorPaths
{
    private const int Rounds = 12;
    private const double SharePrior = 0.5;

    /// <summary>How much better than chance the endpoints must follow the path of the others.</summary>
    private const double FewestGain = 40;

    // Noise with memory follows a path by chance this many times better than noise without.
    private const double MemoryGain = 4;

    private readonly BlockResiduals residuals;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<double[]> shared = [];
    private readonly List<float[][]> own = [];
    private readonly List<double> steps = [];

    private FactorPaths(BlockResiduals residuals)
    {
        this.residuals = residuals;
        for (var i = 0; i < residuals.Endpoints.Count; i++)
            places[residuals.Endpoints[i].Endpoint] = i;
    }

    public int Count => shared.Count;

    /// <summary>Those that tell most: the paths were found from them.</summary>
    public IReadOnlyList<EndpointSeries> Endpoints => residuals.Endpoints;

    /// <summary>How much each path steps with the release; learnt later, from how the endpoints step that follow it.</summary>
    public List<double> Steps => steps;

    public static FactorPaths None { get; } = new(BlockResiduals.Nothing);

    public static FactorPaths Of(BlockResiduals residuals, int most)
    {
        var paths = new FactorPaths(residuals);
        while (paths.Count < most && paths.FindNext()) { }
        return paths;
    }

    /// <summary>The values of all paths for a cell of an endpoint.</summary>
    public void Fill(EndpointSeries one, in Cell cell, Span<double> into)
    {
        var block = BlockResiduals.BlockOf(cell.Time);
        var place = places.GetValueOrDefault(one.Endpoint, -1);
        for (var k = 0; k < Count; k++)
            into[k] = (place < 0 ? shared[k][block] : own[k][place][block]) + (cell.IsNew ? steps[k] : 0);
    }

    private bool FindNext()
    {
        var (n, blocks) = (residuals.Endpoints.Count, residuals.Blocks);
        if (n < 5)
            return false;
        var shares = Start();
        var (sums, weights) = (new double[blocks], new double[blocks]);
        var path = new double[blocks];
        for (var round = 0; round < Rounds; round++)
        {
            PathOf(shares, sums, weights);
            for (var b = 0; b < blocks; b++)
                path[b] = sums[b] / (weights[b] + 1e-9);
            Normalize(path, shares, n);
            for (var e = 0; e < n; e++)
                shares[e] = ShareOf(e, path).Share;
        }
        PathOf(shares, sums, weights);
        return Accept(shares, sums, weights);
    }

    private bool Accept(double[] shares, double[] sums, double[] weights)
    {
        var (n, blocks) = (shares.Length, residuals.Blocks);
        var others = new float[n][];
        var gain = 0.0;
        var all = Shrunk(sums, weights);
        for (var e = 0; e < n; e++)
        {
            var path = Without(e, shares[e], sums, weights);
            gain += Math.Max(0, ShareOf(e, path).Gain / MemoryGain - 1);
            others[e] = Array.ConvertAll(path, x => (float)x);
        }
        LastGain = gain;
        if (gain < FewestGain + 0.2 * n)
            return false;
        shared.Add(all);
        own.Add(others);
        steps.Add(0);
        for (var e = 0; e < n; e++)
        {
            var path = Array.ConvertAll(others[e], x => (double)x);
            var share = ShareOf(e, path).Share;
            for (var b = 0; b < blocks; b++)
                residuals.Values[e][b] -= share * path[b];
        }
        return true;
    }

    public double LastGain { get; private set; }

    private double[] Start()
    {
        var (best, most) = (0, -1.0);
        for (var e = 0; e < residuals.Endpoints.Count; e++)
        {
            var sum = 0.0;
            for (var b = 0; b < residuals.Blocks; b++)
                sum += residuals.Weights[e][b] * residuals.Values[e][b] * residuals.Values[e][b];
            if (sum > most)
                (best, most) = (e, sum);
        }
        var shares = new double[residuals.Endpoints.Count];
        for (var e = 0; e < shares.Length; e++)
            shares[e] = ShareOf(e, residuals.Values[best]).Share;
        return shares;
    }

    private void PathOf(double[] shares, double[] sums, double[] weights)
    {
        Array.Clear(sums);
        Array.Clear(weights);
        for (var e = 0; e < shares.Length; e++)
        for (var b = 0; b < sums.Length; b++)
        {
            var w = residuals.Weights[e][b] * shares[e];
            sums[b] += w * residuals.Values[e][b];
            weights[b] += w * shares[e];
        }
    }

    /// <summary>Brings the path to where an ordinary follower has the share 1.</summary>
    private static void Normalize(double[] path, double[] shares, int n)
    {
        var typical = 0.0;
        for (var e = 0; e < n; e++)
            typical = Math.Max(typical, Math.Abs(shares[e]));
        typical *= 0.5;
        if (typical > 0)
            for (var b = 0; b < path.Length; b++)
                path[b] *= typical;
    }

    private double[] Without(int e, double share, double[] sums, double[] weights)
    {
        var (s, w) = ((double[])sums.Clone(), (double[])weights.Clone());
        for (var b = 0; b < s.Length; b++)
        {
            var pull = residuals.Weights[e][b] * share;
            s[b] -= pull * residuals.Values[e][b];
            w[b] = Math.Max(0, w[b] - pull * share);
        }
        return Shrunk(s, w);
    }

    /// <summary>Wiener's rule: what is known badly is taken nearer to nothing.</summary>
    private static double[] Shrunk(double[] sums, double[] weights)
    {
        double square = 0,
            chance = 0;
        for (var b = 0; b < sums.Length; b++)
            if (weights[b] > 0)
            {
                square += sums[b] * sums[b] / (weights[b] * weights[b]) * weights[b];
                chance += 1;
            }
        var known = weights.Sum();
        var signal = known > 0 ? Math.Max(0, square - chance) / known : 0;
        var path = new double[sums.Length];
        for (var b = 0; b < path.Length; b++)
            path[b] = signal > 0 ? sums[b] / (weights[b] + 1 / signal) : 0;
        return path;
    }

    private (double Share, double Gain) ShareOf(int e, double[] path)
    {
        double product = 0,
            square = 0;
        var (values, weights) = (residuals.Values[e], residuals.Weights[e]);
        for (var b = 0; b < path.Length; b++)
        {
            product += weights[b] * values[b] * path[b];
            square += weights[b] * path[b] * path[b];
        }
        // Shares are about 1; what an endpoint does not tell is 0.
        var share = product / (square + MemoryGain / (SharePrior * 4));
        return (share, square > 0 ? product * product / square : 0);
    }
}
