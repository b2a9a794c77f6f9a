using System.Globalization;

namespace DutyGuy.Domain;

/// <summary>The reasons in words.</summary>
internal static class VerdictSentence
{
    // From ten times on, percentages are hard to read.
    private const double Manifold = 9;

    // Failures this much faster or slower than the others are told as such.
    private const double Apart = 1.5;

    // The watch knows the durations after the switch-over as shares only.
    public static string Worse(EndpointEvidence evidence, VerdictFigures figures) =>
        double.IsNaN(figures.After)
            ? $"{Share(Math.Max(0, evidence.Tail.Step))} more of the requests are slow than before, most are as before"
            : $"{Figures(figures)}; {Kind(evidence, figures)}";

    public static string AsThePlatform(VerdictFigures figures) => $"{Figures(figures)}, as all endpoints together";

    public static string Hidden(double hidden, double chance) =>
        hidden > 0.05
            ? $"the noise from minute to minute hides a slowdown up to {Share(hidden)}"
            : $"it may be worse, with a chance of {Share(chance)}";

    public static string Few(EndpointSeries one, int fewest) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{one.Before.Count:0} requests before and {one.After.Count:0} after its first minutes; {fewest} on each side, in several minutes, are needed"
        );

    public static string Figures(VerdictFigures f)
    {
        var errors = f.Metric == "errors";
        var (from, to) = errors ? (Share(f.Before), Share(f.After)) : (Ms(f.Before), Ms(f.After));
        var told = $"{f.Metric} {from} before, {to} after: ";
        return errors || f.Change < Manifold
            ? $"{told}{Signed(f.Change)} (between {Signed(f.Low)} and {Signed(f.High)})"
            : told + Times(f);
    }

    private static string Kind(EndpointEvidence evidence, VerdictFigures figures)
    {
        var one = evidence.Fit.Series;
        if (figures.Metric == "errors")
            return one.After.Mean > one.Before.Mean * Apart ? "more requests fail, and slowly"
                : one.After.Mean < one.Before.Mean / Apart ? "more requests fail, and fast"
                : "more requests fail";
        return figures.Metric is "p95" or "p99"
            ? "few requests got much slower, most are as before"
            : "the load, the other endpoints and the day before do not explain it";
    }

    private static string Times(VerdictFigures f) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{1 + f.Change:#,0} times as long (at least {1 + f.Low:#,0.#} times)"
        );

    private static string Signed(double x) => (x < 0 ? "−" : "+") + Share(Math.Abs(x));

    private static string Share(double x) => string.Create(CultureInfo.InvariantCulture, $"{x * 100:0.#} %");

    private static string Ms(double x) => string.Create(CultureInfo.InvariantCulture, $"{x:0.#} ms");
}
