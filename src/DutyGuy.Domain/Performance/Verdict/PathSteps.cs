namespace DutyGuy.Domain;

/// <summary>
/// Did a shared path itself step with the release? Regresses the steps of the endpoints on their shares in the paths,
/// with Huber's weights: what follows the shares is the path's, the rest the release's.
/// </summary>
internal static class PathSteps
{
    private const int Rounds = 8;
    private const double OwnNoise = 0.015;

    /// <summary>Adds to the steps of the paths; the largest change.</summary>
    public static double Learn(FactorPaths paths, IReadOnlyList<EndpointFit> fits, IReadOnlyList<double[]> shares)
    {
        var n = paths.Count;
        var steps = new double[n];
        for (var round = 0; round < Rounds; round++)
        {
            var (matrix, right) = (new double[n, n], new double[n]);
            for (var k = 0; k < n; k++)
                matrix[k, k] = 1;
            for (var e = 0; e < fits.Count; e++)
                Add(fits[e], shares[e], steps, matrix, right);
            steps = Solve(matrix, right);
        }
        for (var k = 0; k < n; k++)
            paths.Steps[k] += steps[k];
        return steps.Max(Math.Abs);
    }

    private static void Add(EndpointFit fit, double[] shares, double[] steps, double[,] matrix, double[] right)
    {
        var variance = fit.Error * fit.Error + OwnNoise * OwnNoise;
        var off = fit.Step;
        for (var k = 0; k < steps.Length; k++)
            off -= steps[k] * shares[3 + k];
        var weight = Math.Min(1, 1.5 * Math.Sqrt(variance) / (Math.Abs(off) + 1e-12)) / variance;
        for (var k = 0; k < steps.Length; k++)
        {
            right[k] += weight * shares[3 + k] * fit.Step;
            for (var l = 0; l < steps.Length; l++)
                matrix[k, l] += weight * shares[3 + k] * shares[3 + l];
        }
    }

    private static double[] Solve(double[,] matrix, double[] right) =>
        MathNet
            .Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfArray(matrix)
            .Solve(MathNet.Numerics.LinearAlgebra.Vector<double>.Build.DenseOfArray(right))
            .ToArray();
}
