namespace DutyGuy.Adapters.Prometheus;

/// <summary>Which histogram of which Prometheus holds a project's response times, and how it is asked for.</summary>
public sealed record PrometheusSource
{
    /// <summary>The address before <c>/api/v1</c>.</summary>
    public required Uri Url { get; init; }

    /// <summary>Name of the histogram, without <c>_bucket</c>; seconds, or milliseconds when the name says so.</summary>
    public string Metric { get; init; } = "http_request_duration_seconds";

    /// <summary>Labels that together name the endpoint.</summary>
    public IReadOnlyList<string> Endpoint { get; init; } = ["handler"];

    /// <summary>The label of the HTTP status; those that begin with 5 are errors.</summary>
    public string Status { get; init; } = "code";

    /// <summary>The label of the release; null when there is none.</summary>
    public string? Release { get; init; }

    /// <summary>Matchers such as <c>job="clinic",env="production"</c>; empty takes all.</summary>
    public string Filter { get; init; } = "";

    /// <summary>Sent as a bearer token.</summary>
    public string? Token { get; init; }

    /// <summary>With its password, instead of a token.</summary>
    public string? User { get; init; }

    /// <summary>The password of <see cref="User"/>.</summary>
    public string? Password { get; init; }

    /// <summary>From the settings of a connection, secrets opened.</summary>
    public static PrometheusSource Of(IReadOnlyDictionary<string, string> settings)
    {
        var usual = new PrometheusSource { Url = new Uri(settings["url"].TrimEnd('/') + "/") };
        return usual with
        {
            Metric = settings.GetValueOrDefault("metric", usual.Metric),
            Endpoint = settings.TryGetValue("endpoint", out var labels)
                ? labels.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                : usual.Endpoint,
            Status = settings.GetValueOrDefault("status", usual.Status),
            Release = settings.GetValueOrDefault("release"),
            Filter = settings.GetValueOrDefault("filter", ""),
            Token = settings.GetValueOrDefault("token"),
            User = settings.GetValueOrDefault("user"),
            Password = settings.GetValueOrDefault("password"),
        };
    }

    /// <summary>Milliseconds of one unit of the histogram.</summary>
    internal double Unit =>
        Metric.EndsWith("_milliseconds", StringComparison.Ordinal) || Metric.EndsWith("_ms", StringComparison.Ordinal)
            ? 1
            : 1000;

    /// <summary>
    /// Samples a minute of the series that has the most, of either kind of histogram: where there are none there are no
    /// requests to read.
    /// </summary>
    internal string Samples => $"max(count_over_time({Of("_count")}[1m]) or count_over_time({Of("")}[1m]))";

    /// <summary>Requests of each classic bucket.</summary>
    internal string Buckets(int window) => Increase("_bucket", window, by: "le");

    /// <summary>Total duration, beside classic buckets.</summary>
    internal string Sums(int window) => Increase("_sum", window);

    /// <summary>Requests that failed, beside classic buckets.</summary>
    internal string Errors(int window) => Increase("_count", window, Failed);

    /// <summary>Native histograms: buckets, count and total in one.</summary>
    internal string Histograms(int window) => Increase("", window);

    /// <summary>Requests that failed, of native histograms.</summary>
    internal string HistogramErrors(int window) => $"histogram_count({Increase("", window, Failed)})";

    private string Failed => $"{Status}=~\"5..\"";

    private string Increase(string part, int window, string only = "", string by = "") =>
        $"sum by ({Listed([.. Endpoint, Release ?? "", by])}) (increase({Of(part, only)}[{window}ms]))";

    private string Of(string part, string only = "") => $"{Metric}{part}{{{Listed([Filter, only])}}}";

    private static string Listed(IEnumerable<string> names) => string.Join(',', names.Where(n => n.Length > 0));
}
