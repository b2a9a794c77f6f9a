namespace DutyGuy.Domain;

/// <summary>
/// How far endpoints step beyond their errors though the release did nothing to them: by shared dependencies too weak to
/// be found, and noise that lasts longer than the model has it. It is learnt from those that got faster, which a release
/// seldom makes them (an empirical null: Efron, Large-Scale Inference, chapter 6).
/// </summary>
internal static class StepNoise
{
    private const int Fewest = 20;

    /// <summary>The share of those that the release really made faster, and how far those step.</summary>
    private const double ReallyFaster = 0.05;
    private const double HowMuch = 0.3;

    /// <summary>Standard deviations that are weighed against each other, on the scale of the logarithm.</summary>
    private static readonly double[] Sizes = [0, 0.004, 0.007, 0.01, 0.014, 0.02, 0.028, 0.04, 0.056];

    /// <summary>The standard deviation; 0 when too few endpoints tell.</summary>
    public static double Of(IReadOnlyList<EndpointFit> fits)
    {
        var faster = fits.Where(f => f.Step < 0 && f.Error < Sizes[^1]).ToList();
        if (faster.Count < Fewest)
            return 0;
        var logs = Sizes.Select(size => Prior(size) + faster.Sum(f => Math.Log(Likelihood(f, size)))).ToArray();
        var all = BayesFactor.LogSum(logs);
        return Math.Sqrt(Sizes.Select((size, i) => Math.Exp(logs[i] - all) * size * size).Sum());
    }

    /// <summary>As likely as not there is none.</summary>
    private static double Prior(double size) => Math.Log(size == 0 ? 0.5 : 0.5 / (Sizes.Length - 1));

    private static double Likelihood(EndpointFit fit, double size)
    {
        var variance = fit.Error * fit.Error;
        return (1 - ReallyFaster) * Normal(fit.Step, variance + size * size)
            + ReallyFaster * Normal(fit.Step, variance + HowMuch * HowMuch);
    }

    private static double Normal(double x, double variance) => Math.Exp(-0.5 * x * x / variance) / Math.Sqrt(variance);
}
