using System.Globalization;

namespace DutyGuy.Domain;

/// <summary>Figures and words of the verdicts.</summary>
/// <param name="platform">The step of the whole platform, 0 when it made none.</param>
/// <param name="spread">How much the endpoints differ in their steps.</param>
internal sealed class VerdictWords(StepFit platform, double spread)
{
    /// <summary>With fewer requests on a side the answer is that there is too little data, unless the change is glaring.</summary>
    private const int FewestRequests = 30;

    // When this much slower cannot be ruled out, the honest answer is that one cannot tell.
    private const double LargestHidden = 0.25;
    private const double LikelyEnough = 0.2;
    private const double Reach = 1.96;

    // A failed request weighs like a second lost, when endpoints are put in order.
    private const double FailureMs = 1000;

    public EndpointVerdict Of(EndpointEvidence evidence, double chance, bool told, bool platformToo)
    {
        var one = evidence.Fit.Series;
        var figures =
            told ? VerdictFigures.Told(evidence)
            : platformToo ? VerdictFigures.WithPlatform(evidence, platform, spread)
            : VerdictFigures.Usual(evidence);
        var hidden = Math.Exp(evidence.Fit.Step + Reach * evidence.Fit.Error) - 1;
        var few = Math.Min(one.Before.Count, one.After.Count) < FewestRequests;
        var (answer, why) =
            told ? ("regressed", VerdictSentence.Worse(evidence, figures))
            : platformToo ? (EndpointVerdict.AsThePlatform, VerdictSentence.AsThePlatform(figures))
            : few ? ("too little data", VerdictSentence.Few(one, FewestRequests))
            : hidden > LargestHidden || chance > LikelyEnough ? ("cannot tell", VerdictSentence.Hidden(hidden, chance))
            : ("as before", VerdictSentence.Figures(figures));
        return Filled(one, figures, told, answer, why) with
        {
            Chance = chance,
            Evidence = evidence.Log,
            LostMs = Lost(one, figures),
            Requests = one.After.Count,
        };
    }

    public EndpointVerdict TooLittle(EndpointSeries one)
    {
        var why =
            one.Known == 0
                ? "new with this release: nothing to compare with"
                : VerdictSentence.Few(one, FewestRequests);
        return new(one.Endpoint, "mean", double.NaN, double.NaN, 0, 0, 0, false, "too little data", why)
        {
            Evidence = double.NegativeInfinity,
        };
    }

    public EndpointVerdict Platform(StepFit step, bool slower)
    {
        var (change, low, high) = (
            Math.Exp(step.Step) - 1,
            Math.Exp(step.Step - Reach * step.Error) - 1,
            Math.Exp(step.Step + Reach * step.Error) - 1
        );
        var text = slower
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"all endpoints together got {change * 100:0} % slower (between {low * 100:0} % and {high * 100:0} %)"
            )
            : "the platform as a whole is as before";
        var answer = slower ? "regressed" : "as before";
        return new("(all endpoints)", "p50", 1, 1 + change, change, low, high, slower, answer, text);
    }

    private static double Lost(EndpointSeries one, VerdictFigures figures) =>
        figures.Metric == "errors"
            ? figures.Change * one.After.Count * FailureMs
            : (one.After.Mean - one.Before.Mean) * one.After.Count;

    private static EndpointVerdict Filled(EndpointSeries one, VerdictFigures f, bool told, string answer, string why) =>
        new(one.Endpoint, f.Metric, f.Before, f.After, f.Change, f.Low, f.High, told, answer, why);
}
