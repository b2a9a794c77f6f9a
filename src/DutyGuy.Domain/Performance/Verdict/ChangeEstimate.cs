namespace DutyGuy.Domain;

/// <summary>By how much the mean duration of an endpoint changed, less what the release did not do.</summary>
internal static class ChangeEstimate
{
    /// <summary>Logarithms of 5 % slower to sixty times as slow, in steps of 3.5 % of the slowdown.</summary>
    private static readonly double[] Sizes = Enumerable
        .Range(0, 205)
        .Select(i => Math.Log(1 + 0.05 * Math.Pow(1.035, i)))
        .ToArray();

    /// <summary>
    /// The logarithm of the ratio and its error, nearer to ordinary sizes the less is known: what is told was chosen for
    /// being large, and would be exaggerated otherwise.
    /// </summary>
    public static (double Log, double Error) Mean(EndpointFit fit, bool tail)
    {
        var (log, error) = Raw(fit, tail);
        if (log <= 0 || error < 0.03 * log)
            return (log, error);
        double sum = 0,
            weighed = 0;
        foreach (var size in Sizes)
        {
            var weight = Math.Exp(-0.5 * (log - size) * (log - size) / (error * error));
            (sum, weighed) = (sum + weight, weighed + weight * size);
        }
        return sum > 1e-12 ? (weighed / sum, error) : (log, error);
    }

    /// <summary>
    /// When everything got slower: the step of the platform, and of what the endpoint does beside it as much as it tells
    /// more than chance.
    /// </summary>
    public static (double Log, double Error) WithPlatform(EndpointFit fit, StepFit platform, double spread)
    {
        var (own, error) = Raw(fit, false);
        var known = spread * spread / (spread * spread + error * error);
        return (platform.Step + known * own, Math.Sqrt(platform.Error * platform.Error + known * error * error));
    }

    /// <summary>How much the endpoints differ in their steps beyond their errors.</summary>
    public static double SpreadOf(IEnumerable<EndpointFit> fits)
    {
        double sum = 0.02 * 0.02 * 20,
            weights = 20;
        foreach (var fit in fits)
        {
            var variance = fit.Error * fit.Error;
            var weight = 1 / (1 + variance / 0.0009);
            var excess = Math.Min(fit.Step * fit.Step, 9 * (variance + 0.0025)) - variance;
            (sum, weights) = (sum + weight * weight * excess, weights + weight * weight);
        }
        return Math.Sqrt(Math.Max(sum / weights, 1e-4));
    }

    private static (double Log, double Error) Raw(EndpointFit fit, bool tail)
    {
        var (ratio, ratioError) = Ratio(fit);
        var (step, error) = (fit.Step, fit.Error);
        // When most durations moved alike, their step tells the mean better than a mean that a few slow ones make.
        var apart = Math.Abs(ratio - step) / Math.Sqrt(ratioError * ratioError + error * error);
        if (tail || apart > 2 || error <= 0)
            return (ratio, Math.Sqrt(ratioError * ratioError + error * error));
        var (a, b) = (1 / (ratioError * ratioError), 1 / (error * error));
        return ((a * ratio + b * step) / (a + b), Math.Sqrt(1 / (a + b)));
    }

    private static (double Log, double Error) Ratio(EndpointFit fit)
    {
        double sumAfter = 0,
            after = 0,
            sumBefore = 0,
            before = 0;
        for (var i = 0; i < fit.Series.Cells.Length; i++)
        {
            ref readonly var cell = ref fit.Series.Cells[i];
            var usual = cell.SumMs * Math.Exp(-fit.Expected[i]);
            if (cell.IsNew)
                (sumAfter, after) = (sumAfter + usual, after + cell.Count);
            else
                (sumBefore, before) = (sumBefore + usual, before + cell.Count);
        }
        var relative = Math.Exp(Math.Min(4, fit.Series.Spread)) - 1;
        var error = Math.Sqrt(relative * (1 / after + 1 / before));
        return (Math.Log(sumAfter / after / (sumBefore / before)), Math.Max(error, 1e-4));
    }
}
