using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Web;

/// <summary>The figures of an endpoint after a rollout, in words. Pure.</summary>
public static class EndpointWords
{
    /// <summary>391 ms, or 2.5 % of failures.</summary>
    public static string Value(EndpointVerdict one, double value) =>
        !double.IsFinite(value) ? "–"
        : one.Metric == "errors" ? $"{Say.Number(value * 100)} %"
        : value < 100 ? $"{Say.Number(Math.Round(value, 1))} ms"
        : $"{Say.Number(Math.Round(value))} ms";

    /// <summary>×1.84, 1.62 to 2.09</summary>
    public static string Interval(EndpointVerdict one) =>
        one.Metric == "errors"
            ? FormattableString.Invariant(
                $"+{one.Change * 100:0.#} points, {one.Low * 100:0.#} to {one.High * 100:0.#}"
            )
            : FormattableString.Invariant($"×{1 + one.Change:0.00}, {1 + one.Low:0.00} to {1 + one.High:0.00}");

    public static bool HasInterval(EndpointVerdict one) => one.High > one.Low && double.IsFinite(one.High);

    /// <summary>What it costs in a day; null when it cannot be said.</summary>
    public static string? Cost(DegradedEndpoint one)
    {
        var requests = Say.Count((long)one.Durations.RequestsADay, "request");
        return !one.Verdict.Regressed || one.Durations.RequestsADay < 1 ? null
            : one.FailedADay > 0
                ? $"Costs {Say.Count((long)Math.Ceiling(one.FailedADay), "more failed request")} a day, of {requests}."
            : one.LostMsEach > 0
                ? $"Costs {Waiting(one.LostADay)} of waiting a day: {requests} × {Value(one.Verdict, one.LostMsEach)}."
            : null;
    }

    static string Waiting(Duration time) =>
        time < Duration.FromMinutes(1) ? Say.Count((long)Math.Ceiling(time.TotalSeconds), "second") : Say.Age(time);
}
