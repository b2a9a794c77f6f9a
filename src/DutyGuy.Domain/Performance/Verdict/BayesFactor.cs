namespace DutyGuy.Domain;

/// <summary>Weighs "the release made it worse by one of these sizes" against "it did nothing": logarithms of Bayes factors.</summary>
internal static class BayesFactor
{
    private const double SmallestSlowdown = 0.05;
    private const double LargestSlowdown = 3;
    private const int Sizes = 14;

    /// <summary>Steps on the scale of the logarithm: 5 % to four times, equally likely on a logarithmic scale.</summary>
    public static readonly double[] Slowdowns = Enumerable
        .Range(0, Sizes)
        .Select(i => SmallestSlowdown * Math.Pow(LargestSlowdown / SmallestSlowdown, (double)i / (Sizes - 1)))
        .Select(size => Math.Log(1 + size))
        .ToArray();

    /// <summary>Further requests in the share of the slowest 3 %.</summary>
    public static readonly double[] Tails = [0.006, 0.01, 0.015, 0.022, 0.033, 0.05, 0.1, 0.2, 0.4];

    /// <summary>Further requests that fail.</summary>
    public static readonly double[] Failures = [0.007, 0.012, 0.02, 0.035, 0.06, 0.1, 0.15, 0.3];

    public static double OfSteps(EndpointFit fit)
    {
        Span<double> logs = stackalloc double[NoiseModel.Levels.Length];
        for (var a = 0; a < logs.Length; a++)
            logs[a] = Math.Log(fit.LevelChance[a] + 1e-300) + OfStep(fit.AtLevel[a], Slowdowns, 1, null);
        return LogSum(logs);
    }

    /// <summary>`guard` gives a second opinion of each size; the weaker counts.</summary>
    public static double OfStep(StepFit fit, double[] sizes, double scale, Func<double, double>? guard)
    {
        Span<double> logs = stackalloc double[sizes.Length];
        var precision = 1 / (fit.Error * fit.Error);
        for (var j = 0; j < sizes.Length; j++)
        {
            var size = sizes[j] * scale;
            logs[j] = (fit.Step - size / 2) * size * precision;
            if (guard is not null)
                logs[j] = Math.Min(logs[j], guard(sizes[j]));
        }
        return LogSum(logs) - Math.Log(sizes.Length);
    }

    /// <summary>
    /// The same from the numbers alone, given how many there are in all (so that the share before need not be known):
    /// `hits` of `count` after, `before` of `known` before, and a share before of about `share`.
    /// </summary>
    public static double OfCounts(double hits, double count, double before, double known, double share, double added)
    {
        var ratio = 1 + added / Math.Max(share, 1e-9);
        var nothing = count / (count + known);
        var something = count * ratio / (count * ratio + known);
        return hits * Math.Log(something / nothing) + before * Math.Log((1 - something) / (1 - nothing));
    }

    public static double LogSum(ReadOnlySpan<double> logs)
    {
        var most = double.NegativeInfinity;
        foreach (var log in logs)
            most = Math.Max(most, log);
        if (double.IsNegativeInfinity(most))
            return most;
        var sum = 0.0;
        foreach (var log in logs)
            sum += Math.Exp(log - most);
        return most + Math.Log(sum);
    }
}
