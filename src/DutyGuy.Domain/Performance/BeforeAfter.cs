using System.Globalization;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>
/// Which endpoints did a rollout make worse? Each metric is compared over blocks of some minutes, so that the noise from
/// block to block, not the number of requests, says what is unusual; what moved all endpoints alike and what also moved
/// the day before is taken out; Benjamini-Hochberg keeps the false alarms down.
/// </summary>
public static class BeforeAfter
{
    /// <summary>Fewer requests than this on one side: too little data.</summary>
    public const int FewestRequests = 30;

    private const double FalseShare = 0.02;
    private const double SmallestSlowdown = 0.05;
    private const double SmallestErrors = 0.005;
    private const double FewestErrors = 5;

    // When the sharpest duration cannot rule out this much, the honest answer is that one cannot tell.
    private const double LargestHidden = 0.25;

    // From ten times on, percentages are hard to read.
    private const double Manifold = 9;

    // A failed request weighs like a second lost, when endpoints are put in order.
    private const double FailureMs = 1000;

    /// <summary>Compares minutes before and after a rollout; `dayBefore` holds the same hours of the day before, or nothing.</summary>
    public static BeforeAfterReport Compare(
        IReadOnlyCollection<EndpointMinute> before,
        IReadOnlyCollection<EndpointMinute> after,
        IReadOnlyCollection<EndpointMinute> dayBefore
    )
    {
        if (after.Count == 0 || before.Count == 0)
            return new(null, []);
        var windows = Windows.Of(before, after, dayBefore);
        var metrics = BlockMetric.All.Select(m => MetricEffects.Of(m, windows)).ToList();
        var rows = windows.Endpoints.Select(e => Row.Of(e, windows, metrics)).ToList();
        var limit = Limit(rows.Where(r => r.Best is not null).Select(r => r.P).Order().ToList());
        var verdicts = rows.OrderByDescending(r => r.Regressed(limit) ? r.LostMs : double.NegativeInfinity)
            .ThenBy(r => r.P)
            .ThenBy(r => r.Endpoint, StringComparer.Ordinal)
            .Select(r => r.Verdict(limit));
        return new(Common(metrics.Select(m => m.Common).OfType<Effect>().ToList()), verdicts.ToList());
    }

    /// <summary>The largest p that Benjamini-Hochberg lets pass; 0 when none.</summary>
    private static double Limit(List<double> sorted) =>
        sorted.Where((p, i) => p <= FalseShare * (i + 1) / sorted.Count).LastOrDefault();

    private static EndpointVerdict? Common(IReadOnlyList<Effect> effects)
    {
        var best = effects.MinBy(e => e.P);
        var worse = best is { P: < FalseShare / 10 } && best.Change >= SmallestSlowdown;
        var text = worse ? "all endpoints together got slower" : "the platform as a whole is as before";
        return best is null ? null : Told("(all endpoints)", best, worse, worse ? "regressed" : "as before", text);
    }

    private static EndpointVerdict Told(string endpoint, Effect e, bool worse, string answer, string why) =>
        new(endpoint, e.Metric.Name, e.Before, e.After, e.Change, e.Low, e.High, worse, answer, why);

    private sealed record Row(
        string Endpoint,
        double CountBefore,
        double CountAfter,
        double LostMs,
        Effect? Best,
        double Hidden
    )
    {
        // Four metrics are four chances of a false alarm.
        public double P => Best is null ? 1 : Math.Min(1, Best.P * BlockMetric.All.Count);

        public static Row Of(string endpoint, Windows windows, IReadOnlyList<MetricEffects> metrics)
        {
            var (before, after) = windows.Counts(endpoint);
            var enough = before >= FewestRequests && after >= FewestRequests;
            var effects = enough
                ? metrics.Select(m => m.Effects.GetValueOrDefault(endpoint)).OfType<Effect>().ToList()
                : [];
            var best = effects.Where(Matters).MinBy(e => e.P) ?? effects.MinBy(e => e.P);
            var lost =
                best is null ? 0
                : best.Metric.IsShare ? best.Change * after * FailureMs
                : best.Change * windows.MeanBefore(endpoint) * after;
            var hidden = effects.Where(e => !e.Metric.IsShare).Select(e => e.High).DefaultIfEmpty(0).Min();
            return new(endpoint, before, after, lost, best, hidden);
        }

        public bool Regressed(double limit) => Best is { } best && P <= limit && Matters(best);

        public EndpointVerdict Verdict(double limit)
        {
            if (Best is not { } e)
                return new(Endpoint, "mean", double.NaN, double.NaN, 0, 0, 0, false, "too little data", Few());
            var regressed = Regressed(limit);
            var blind = !regressed && Hidden >= LargestHidden;
            var answer =
                regressed ? "regressed"
                : blind ? "cannot tell"
                : "as before";
            var noise = blind ? "the noise from minute to minute hides a slowdown up to " + Share(Hidden) : "";
            return Told(Endpoint, e, regressed, answer, regressed || !blind ? Sentence(e) : noise);
        }

        private static bool Matters(Effect e) =>
            e.Metric.IsShare ? e.Change >= SmallestErrors && e.Extra >= FewestErrors : e.Change >= SmallestSlowdown;

        private string Few() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{CountBefore:0} requests before and {CountAfter:0} after; {FewestRequests} on each side, in several minutes, are needed"
            );

        private static string Sentence(Effect e)
        {
            var (from, to) = e.Metric.IsShare ? (Share(e.Before), Share(e.After)) : (Ms(e.Before), Ms(e.After));
            var told = $"{e.Metric.Name} {from} before, {to} after: ";
            return e.Metric.IsShare || e.Change < Manifold
                ? $"{told}{Signed(e.Change)} (between {Signed(e.Low)} and {Signed(e.High)})"
                : told + Times(e);
        }

        private static string Times(Effect e) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{1 + e.Change:#,0} times as long (at least {1 + e.Low:#,0.#} times)"
            );

        private static string Signed(double x) => (x < 0 ? "−" : "+") + Share(Math.Abs(x));

        private static string Share(double x) => string.Create(CultureInfo.InvariantCulture, $"{x * 100:0.#} %");

        private static string Ms(double x) => string.Create(CultureInfo.InvariantCulture, $"{x:0.#} ms");
    }
}
