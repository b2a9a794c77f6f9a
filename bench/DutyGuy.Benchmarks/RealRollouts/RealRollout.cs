using System.Globalization;
using System.Text.Json;
using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Benchmarks.RealRollouts;

/// <summary>One deployment that was measured: the minutes before and after it, in the form of the yardstick.</summary>
/// <param name="Name">Kind and number, `aa-07`.</param>
/// <param name="Start">The minute at which the deployment began.</param>
/// <param name="End">When only the new release served.</param>
internal sealed record RealRollout(
    string Name,
    string Clinic,
    string ReleaseBefore,
    string ReleaseAfter,
    Instant Start,
    Instant End,
    Duration Window
)
{
    public void Write(string set, IEnumerable<EndpointMinute> minutes, Slowdown slowdown)
    {
        var mine = minutes
            .Where(m => m.Minute >= Start - Window && m.Minute < Start + Window)
            .OrderBy(m => m.Endpoint, StringComparer.Ordinal)
            .ThenBy(m => m.Minute)
            .ToList();
        var endpoints = mine.Select(m => m.Endpoint).Distinct(StringComparer.Ordinal).ToList();
        var (open, truth) = (Path.Combine(set, "public", Name), Path.Combine(set, "truth", Name));
        Directory.CreateDirectory(open);
        Directory.CreateDirectory(truth);
        using (var csv = new StreamWriter(Path.Combine(open, "minutes.csv")))
            MinutesCsv.Write(csv, mine);
        var meta = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["rollout_start"] = Start.ToUnixTimeSeconds(),
            ["rollout_end"] = End.ToUnixTimeSeconds(),
            ["release_before"] = ReleaseBefore,
            ["release_after"] = ReleaseAfter,
            ["first_minute"] = (Start - Window).ToUnixTimeSeconds(),
            ["last_minute"] = (Start + Window).ToUnixTimeSeconds() - 60,
            ["previous_day"] = false,
            ["gamma"] = DurationHistogram.Gamma,
            ["segments"] = false,
            ["endpoints"] = endpoints.Count,
        };
        File.WriteAllText(Path.Combine(open, "meta.json"), JsonSerializer.Serialize(meta));
        var made = endpoints.ToDictionary(
            e => e,
            e =>
                Name.StartsWith("ab-", StringComparison.Ordinal) && e == Slowdown.Endpoint
                    ? slowdown.Truth()
                    : Slowdown.None()
        );
        File.WriteAllText(Path.Combine(truth, "truth.json"), JsonSerializer.Serialize(new { endpoints = made }));
    }
}

/// <summary>What the slow release did to the search: the figures of all that was measured, under one and the other.</summary>
internal sealed class Slowdown
{
    public const string Endpoint = "GET /search";

    private readonly DurationHistogram _usual = new();
    private readonly DurationHistogram _slow = new();
    private readonly double _perMinute;

    public Slowdown(IEnumerable<EndpointMinute> minutes, string slowRelease)
    {
        var search = minutes.Where(m => m.Endpoint == Endpoint).ToList();
        foreach (var minute in search)
            (minute.Release == slowRelease ? _slow : _usual).Merge(minute.Histogram);
        _perMinute = (_usual.Count + _slow.Count) / Math.Max(1, search.Count);
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Endpoint}: {_usual.Mean:0.0} ms in the mean, {_slow.Mean:0.0} ms with the slow release ({_usual.Count:0} and {_slow.Count:0} requests)"
        );

    public object Truth() =>
        new
        {
            kind = "latency",
            flavour = "real",
            regressed = true,
            tier = "strong",
            rpm = _perMinute,
            impact_ms_per_min = (_slow.Mean - _usual.Mean) * _perMinute,
            change = new
            {
                mean = _slow.Mean / _usual.Mean - 1,
                p50 = Ratio(0.5),
                p95 = Ratio(0.95),
                p99 = Ratio(0.99),
            },
        };

    public static object None() =>
        new
        {
            kind = "none",
            regressed = false,
            rpm = 0,
            change = new { },
        };

    private double Ratio(double q) => _slow.Quantile(q) / _usual.Quantile(q) - 1;
}
