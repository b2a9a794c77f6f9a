using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Adapters.Prometheus;

/// <summary>
/// Minutes of endpoints from the histograms of a Prometheus, classic or native. It looks at a counter every few seconds,
/// and <c>increase</c> stretches what it saw to the whole window. So a window of a minute and one such interval is asked
/// for, which holds the looks at both ends of the minute, and what was stretched is taken back: the requests of the minute
/// come out whole. A restart is seen by <c>increase</c>; what a process served before the first look at it is not.
/// </summary>
public sealed class PrometheusTimings : IDisposable
{
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private static readonly Duration AtOnce = Duration.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private const int MostNamed = 5;

    private readonly HttpClient _http = PrometheusApi.Client();

    /// <summary>The minutes that begin from an instant on and before another, hour by hour; hours without requests are left out.</summary>
    /// <exception cref="PrometheusException">It cannot be read, or knows nothing of the histogram.</exception>
    public async IAsyncEnumerable<IReadOnlyList<EndpointMinute>> Read(
        PrometheusSource source,
        string environment,
        Interval wanted,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop = default
    )
    {
        var api = new PrometheusApi(_http, source);
        var (first, window) = await Known(api, source, wanted, stop);
        for (var from = first; from < wanted.End; from += AtOnce)
        {
            var to = Instant.Min(from + AtOnce, wanted.End);
            var hour = await Limited(cancel => Hour(api, source, environment, new(from, to), window, cancel), stop);
            if (hour.Count > 0)
                yield return hour;
        }
    }

    /// <summary>Whether the histogram can be read now: null, or why not.</summary>
    public async Task<string?> Try(PrometheusSource source, Instant now, CancellationToken stop)
    {
        var api = new PrometheusApi(_http, source);
        var whole = EndpointMinute.BeginOf(now);
        try
        {
            var wanted = new Interval(whole - 10 * Minute, whole);
            var (first, window) = await Known(api, source, wanted, stop);
            await Limited(cancel => Hour(api, source, "", new(first, whole), window, cancel), stop);
            return null;
        }
        catch (PrometheusException broken)
        {
            return broken.Message;
        }
    }

    /// <summary>
    /// The first minute that something is known of, and the window in milliseconds that holds a minute's looks: one less
    /// than holds a look too many.
    /// </summary>
    private static async Task<(Instant First, int Window)> Known(
        PrometheusApi api,
        PrometheusSource source,
        Interval wanted,
        CancellationToken stop
    )
    {
        var series = await Limited(c => api.Range(source.Samples, wanted.Start + Minute, wanted.End, c), stop);
        var samples = series.SelectMany(s => s.Points()).Where(p => p.Value > 0).ToList();
        if (samples.Count == 0)
            throw new PrometheusException(await Limited(cancel => Unknown(api, source, cancel), stop));
        var (first, last, most) = (samples.Min(s => s.At), samples.Max(s => s.At), samples.Max(s => s.Value));
        // Two looks are needed for an increase.
        if (most <= 1 && samples.Count < 0.75 * ((last - first) / 60 + 1))
            throw new PrometheusException(
                $"Prometheus looks at “{source.Metric}” less often than once a minute. Set its scrape_interval to 30s or less."
            );
        return (Instant.FromUnixTimeSeconds(first) - Minute, 1000 * (60 + (int)Math.Ceiling(60 / most)) - 1);
    }

    private static async Task<string> Unknown(PrometheusApi api, PrometheusSource source, CancellationToken stop)
    {
        var names = await api.HistogramNames(stop);
        var known =
            names.Count == 0 ? "It knows no histogram at all."
            : names.Contains(source.Metric)
                ? "It knows the name: look at the setting “filter”, and whether the application runs."
            : $"It knows {string.Join(", ", names.Take(MostNamed))}{(names.Count > MostNamed ? " and others" : "")}.";
        return $"Prometheus has no requests of the histogram “{source.Metric}” here. {known}";
    }

    private static async Task<IReadOnlyList<EndpointMinute>> Hour(
        PrometheusApi api,
        PrometheusSource source,
        string environment,
        Interval hour,
        int window,
        CancellationToken stop
    )
    {
        var (from, to) = (hour.Start + Minute, hour.End);
        var rows = new PrometheusRows(source, environment, 60_000.0 / window);
        rows.AddHistograms(await api.Range(source.Histograms(window), from, to, stop));
        if (!rows.Any)
        {
            rows.AddBuckets(await api.Range(source.Buckets(window), from, to, stop));
            rows.AddSums(await api.Range(source.Sums(window), from, to, stop));
            rows.AddErrors(await api.Range(source.Errors(window), from, to, stop));
        }
        else
            rows.AddErrors(await api.Range(source.HistogramErrors(window), from, to, stop));
        return rows.Minutes();
    }

    private static async Task<T> Limited<T>(Func<CancellationToken, Task<T>> ask, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        try
        {
            return await ask(limit.Token);
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException)
        {
            throw new PrometheusException("The answer does not have the form that Prometheus gives it.");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new PrometheusException(
                $"No answer within {Patience.TotalSeconds} seconds. Take fewer series by the setting “filter”."
            );
        }
    }

    public void Dispose() => _http.Dispose();
}
