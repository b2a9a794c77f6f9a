using System.Text.Json;
using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Adapters.Prometheus;

/// <summary>What was answered to the questions about one hour, put together to minutes.</summary>
/// <param name="share">What of an increase belongs to the minute.</param>
internal sealed class PrometheusRows(PrometheusSource source, string environment, double share)
{
    /// <summary>Less is a rounding of the increase, no request.</summary>
    private const double Least = 0.001;

    private readonly Dictionary<(string Endpoint, string Release, long At), Row> _rows = [];

    /// <summary>Whether anything is known.</summary>
    public bool Any => _rows.Count > 0;

    public void AddBuckets(IReadOnlyList<PrometheusSeries> answer)
    {
        foreach (var series in answer)
        {
            var border = PrometheusSeries.Figure(series.Label("le")) * source.Unit;
            foreach (var (at, count) in series.Points())
                Of(series, at).Cumulated.Add((border, count * share));
        }
    }

    public void AddSums(IReadOnlyList<PrometheusSeries> answer)
    {
        foreach (var series in answer)
        foreach (var (at, sum) in series.Points())
            Of(series, at).SumMs = sum * share * source.Unit;
    }

    public void AddErrors(IReadOnlyList<PrometheusSeries> answer)
    {
        foreach (var series in answer)
        foreach (var (at, count) in series.Points())
            Of(series, at).Errors = count * share;
    }

    public void AddHistograms(IReadOnlyList<PrometheusSeries> answer)
    {
        foreach (var series in answer)
        foreach (var (at, histogram) in series.HistogramPoints())
        {
            var row = Of(series, at);
            row.SumMs = PrometheusSeries.Figure(histogram.GetProperty("sum")) * share * source.Unit;
            if (histogram.TryGetProperty("buckets", out var buckets))
                row.Buckets.AddRange(buckets.EnumerateArray().Select(Bucket));
        }
    }

    /// <summary>Of endpoints without requests none, but for a minute without any: that it was heard is kept by one zero.</summary>
    public IReadOnlyList<EndpointMinute> Minutes()
    {
        var all = _rows.Select(row => Minute(row.Key, row.Value)).ToList();
        var zeros = all.GroupBy(m => m.Minute).Where(m => m.All(e => e.Count <= 0)).Select(m => m.First());
        return [.. all.Where(m => m.Count > 0).Concat(zeros)];
    }

    private EndpointMinute Minute((string Endpoint, string Release, long At) key, Row row)
    {
        var buckets = row.All().Where(b => b.Count >= Least).ToList();
        var histogram = buckets.Count > 0 ? BucketedDurations.Spread(buckets, row.SumMs) : new();
        return new()
        {
            Service = "",
            Environment = environment,
            Endpoint = key.Endpoint,
            Release = key.Release,
            // An increase is told at the end of its minute.
            Minute = Instant.FromUnixTimeSeconds(key.At - 60),
            Count = histogram.Count,
            Errors = double.IsNaN(row.Errors) ? 0 : Math.Clamp(row.Errors, 0, histogram.Count),
            SumMs = double.IsFinite(row.SumMs) ? row.SumMs : histogram.Sum,
            Histogram = histogram,
        };
    }

    private DurationBucket Bucket(JsonElement bucket) =>
        new(
            PrometheusSeries.Figure(bucket[1]) * source.Unit,
            PrometheusSeries.Figure(bucket[2]) * source.Unit,
            PrometheusSeries.Figure(bucket[3]) * share
        );

    private Row Of(PrometheusSeries series, long at)
    {
        var name = string.Join(' ', source.Endpoint.Select(series.Label).Where(part => part.Length > 0));
        var release = source.Release is { } label ? series.Label(label) : "";
        var key = (name.Length > 0 ? name : "(no name)", release, at);
        return _rows.TryGetValue(key, out var row) ? row : _rows[key] = new Row();
    }

    private sealed class Row
    {
        public List<(double Border, double Count)> Cumulated { get; } = [];
        public List<DurationBucket> Buckets { get; } = [];
        public double SumMs { get; set; } = double.NaN;
        public double Errors { get; set; }

        /// <summary>Classic buckets hold all that is faster, too.</summary>
        public IEnumerable<DurationBucket> All()
        {
            foreach (var bucket in Buckets)
                yield return bucket;
            var (low, below) = (0.0, 0.0);
            foreach (var (border, count) in Cumulated.Where(c => !double.IsNaN(c.Border)).OrderBy(c => c.Border))
            {
                if (count > below)
                    yield return new(low, border, count - below);
                (low, below) = (border, Math.Max(below, count));
            }
        }
    }
}
