namespace DutyGuy.Domain;

/// <summary>Before, after and change of the metric that tells most.</summary>
internal sealed record VerdictFigures(
    string Metric,
    double Before,
    double After,
    double Change,
    double Low,
    double High
)
{
    private const double Reach = 1.96;

    // With at least this much evidence that most requests got slower it is more than a tail.
    private const double AllSlower = 3;

    // Further requests beyond the slowest 3 % from which on the p95 shows it, not only the p99.
    private const double TailOfP95 = 0.035;

    /// <summary>Of an endpoint that is told: the mean, unless its tail or its failures say more.</summary>
    public static VerdictFigures Told(EndpointEvidence evidence)
    {
        if (evidence.IsErrors)
            return Errors(evidence);
        if (evidence.IsTail && evidence.Location < AllSlower && evidence.Fit.Series.After.Count > 0)
            return Quantile(evidence.Fit.Series, evidence.Tail.Step > TailOfP95 ? 95 : 99);
        return Usual(evidence);
    }

    /// <summary>The mean, less what the release did not do.</summary>
    public static VerdictFigures Usual(EndpointEvidence evidence) =>
        Mean(evidence.Fit, ChangeEstimate.Mean(evidence.Fit, evidence.IsTail));

    /// <summary>The mean when everything got slower.</summary>
    public static VerdictFigures WithPlatform(EndpointEvidence evidence, StepFit platform, double spread) =>
        Mean(evidence.Fit, ChangeEstimate.WithPlatform(evidence.Fit, platform, spread));

    private static VerdictFigures Mean(EndpointFit fit, (double Log, double Error) change) =>
        new(
            "mean",
            fit.Series.Before.Mean,
            fit.Series.After.Mean,
            Math.Exp(change.Log) - 1,
            Math.Exp(change.Log - Reach * change.Error) - 1,
            Math.Exp(change.Log + Reach * change.Error) - 1
        );

    private static VerdictFigures Errors(EndpointEvidence evidence)
    {
        var (before, after) = (evidence.Fit.Series.Before, evidence.Fit.Series.After);
        var reach = Reach * evidence.Errors.Error;
        return new(
            "errors",
            before.Errors / before.Count,
            after.Errors / after.Count,
            evidence.Errors.Step,
            evidence.Errors.Step - reach,
            evidence.Errors.Step + reach
        );
    }

    /// <summary>The interval by order statistics: a quantile a little lower and higher of each side (David and Nagaraja 2003, 7.1).</summary>
    private static VerdictFigures Quantile(EndpointSeries one, int percent)
    {
        var q = percent / 100.0;
        var (off, offBefore) = (Off(q, one.After.Count), Off(q, one.Before.Count));
        var (before, after) = (one.Before.Quantile(q), one.After.Quantile(q));
        var low = one.After.Quantile(Math.Max(0, q - off)) / one.Before.Quantile(Math.Min(1, q + offBefore));
        var high = one.After.Quantile(Math.Min(1, q + off)) / one.Before.Quantile(Math.Max(0, q - offBefore));
        // A duration is known as its bin: between two of them there is always this much room.
        const double bin = DurationHistogram.Gamma;
        return new($"p{percent}", before, after, after / before - 1, low / bin - 1, high * bin - 1);
    }

    private static double Off(double q, double count) => Reach * Math.Sqrt(q * (1 - q) / Math.Max(1, count));
}
