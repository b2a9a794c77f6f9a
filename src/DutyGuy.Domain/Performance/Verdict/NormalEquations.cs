using System.Runtime.InteropServices;

namespace DutyGuy.Domain;

/// <summary>
/// The normal equations of a <see cref="Design"/>. One Cholesky factor of all columns, with the step and what was measured
/// at the end, holds the estimate of the step, its error and the likelihood with and without it.
/// </summary>
internal sealed class NormalEquations
{
    private const int Most = 24;
    private readonly double[] sums = new double[Most * Most];
    private readonly double[] factor = new double[Most * Most];
    private int n;
    private double logVariance;
    private double logPriors;

    public void Clear(int columns)
    {
        n = columns;
        Array.Clear(sums);
        (logVariance, logPriors) = (0, 0);
    }

    public void Add(double[] white, int columns, double variance)
    {
        for (var i = 0; i < columns; i++)
        {
            var w = white[i];
            if (w == 0)
                continue;
            var at = i * Most;
            for (var j = 0; j <= i; j++)
                sums[at + j] += w * white[j];
        }
        logVariance += Math.Log(variance);
    }

    public void AddPriors(ReadOnlySpan<double> priors)
    {
        for (var i = 0; i < n - 1; i++)
        {
            sums[i * Most + i] += priors[i];
            if (priors[i] > 0)
                logPriors += Math.Log(priors[i]);
        }
    }

    /// <summary>Estimate, error, and the log likelihood when the step is 0.</summary>
    public StepFit Solve()
    {
        Factorize();
        var (step, measured) = (n - 2, n - 1);
        var pivot = factor[step * Most + step];
        var z = factor[measured * Most + step];
        var rest = factor[measured * Most + measured];
        var logPivots = 0.0;
        for (var i = 0; i < step; i++)
            logPivots += 2 * Math.Log(factor[i * Most + i]);
        var without = -0.5 * (logVariance + logPivots - logPriors + rest * rest + z * z);
        return new(z / pivot, 1 / pivot, without);
    }

    /// <summary>The coefficients beside the step, after <see cref="Solve"/>; with `step` the step at its estimate, else at 0.</summary>
    public void Coefficients(Span<double> into, bool withStep)
    {
        var (step, measured) = (n - 2, n - 1);
        into[step] = withStep ? factor[measured * Most + step] / factor[step * Most + step] : 0;
        for (var i = step - 1; i >= 0; i--)
        {
            var sum = factor[measured * Most + i];
            for (var j = i + 1; j <= step; j++)
                sum -= factor[j * Most + i] * into[j];
            into[i] = sum / factor[i * Most + i];
        }
    }

    private void Factorize()
    {
        for (var i = 0; i < n; i++)
        for (var j = 0; j <= i; j++)
        {
            var sum = sums[i * Most + j];
            for (var k = 0; k < j; k++)
                sum -= factor[i * Most + k] * factor[j * Most + k];
            factor[i * Most + j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / factor[j * Most + j];
        }
    }
}

/// <summary>A step, its standard error, and the log likelihood of no step.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StepFit(double Step, double Error, double LogWithout)
{
    public double Z => Step / Error;
}
