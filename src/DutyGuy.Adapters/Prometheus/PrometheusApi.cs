using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using DutyGuy.Adapters.Webhooks;
using NodaTime;

namespace DutyGuy.Adapters.Prometheus;

/// <summary>Something that Prometheus, or what stands before it, does not answer; the message says what to mend.</summary>
public sealed class PrometheusException(string message) : Exception(message);

/// <summary>A series of an answer: its labels, and figures or histograms at instants.</summary>
internal sealed record PrometheusSeries(JsonElement Labels, JsonElement Values, JsonElement Histograms)
{
    public string Label(string name) => Labels.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    /// <summary>The figures, each with its Unix seconds.</summary>
    public IEnumerable<(long At, double Value)> Points() => Pairs(Values).Select(p => (p.At, Figure(p.Value)));

    /// <summary>The histograms, each with its Unix seconds.</summary>
    public IEnumerable<(long At, JsonElement Histogram)> HistogramPoints() => Pairs(Histograms);

    /// <summary>Figures are told as text, for NaN and the infinite.</summary>
    public static double Figure(JsonElement text) => Figure(text.GetString());

    /// <summary>The same of a label.</summary>
    public static double Figure(string? text) =>
        text switch
        {
            "+Inf" => double.PositiveInfinity,
            "-Inf" => double.NegativeInfinity,
            var plain => double.TryParse(plain, CultureInfo.InvariantCulture, out var figure) ? figure : double.NaN,
        };

    private static IEnumerable<(long At, JsonElement Value)> Pairs(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(pair => ((long)pair[0].GetDouble(), pair[1]))
            : [];
}

/// <summary>
/// The two questions that a Prometheus is asked by HTTP (prometheus.io, “HTTP API”; Thanos, Mimir and VictoriaMetrics
/// answer the same).
/// </summary>
internal sealed class PrometheusApi(HttpClient http, PrometheusSource source)
{
    private const int Largest = 64 * 1024 * 1024;

    /// <summary>A figure a minute from an instant to another, both inclusive.</summary>
    /// <exception cref="PrometheusException">No answer, or none that can be used.</exception>
    public async Task<IReadOnlyList<PrometheusSeries>> Range(
        string query,
        Instant from,
        Instant to,
        CancellationToken stop
    )
    {
        var asked = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["query"] = query,
            ["start"] = from.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["end"] = to.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["step"] = "60",
        };
        var data = await Ask("api/v1/query_range", asked, stop);
        return
            data.ValueKind == JsonValueKind.Object
            && data.TryGetProperty("result", out var series)
            && series.ValueKind == JsonValueKind.Array
            ? [.. series.EnumerateArray().Select(Series)]
            : throw NoPrometheus();
    }

    /// <summary>The names of its classic histograms.</summary>
    /// <exception cref="PrometheusException">No answer, or none that can be used.</exception>
    public async Task<IReadOnlyList<string>> HistogramNames(CancellationToken stop)
    {
        const string match = "{__name__=~\".+_bucket\"}";
        var names = await Ask($"api/v1/label/__name__/values?match[]={Uri.EscapeDataString(match)}", null, stop);
        return names.ValueKind == JsonValueKind.Array
            ? [.. names.EnumerateArray().Select(n => n.GetString()!).Select(n => n[..^"_bucket".Length])]
            : throw NoPrometheus();
    }

    private async Task<JsonElement> Ask(string path, Dictionary<string, string>? form, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(
            form is null ? HttpMethod.Get : HttpMethod.Post,
            new Uri(source.Url, path)
        );
        if (form is not null)
            request.Content = new FormUrlEncodedContent(form);
        request.Headers.Authorization = Credentials();
        try
        {
            using var answer = await http.SendAsync(request, stop);
            return Data(await answer.Content.ReadAsByteArrayAsync(stop), (int)answer.StatusCode);
        }
        catch (HttpRequestException e) when (e.InnerException is RefusedAddressException)
        {
            throw new PrometheusException($"{Host} is an address of this machine's cloud or link and not asked.");
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new PrometheusException(
                $"{Host} sends more than {Largest >> 20} MB for one hour. Take fewer series by the setting “filter”."
            );
        }
        catch (HttpRequestException e)
        {
            throw new PrometheusException($"{Host} is not reachable ({OutgoingHttp.Cause(e)}).");
        }
    }

    /// <summary>What the answer holds, copied out of it.</summary>
    private JsonElement Data(byte[] body, int status)
    {
        if (status is 401 or 403)
            throw new PrometheusException($"{Host} does not let us in ({status}). Set a token, or user and password.");
        if (Json(body) is not { ValueKind: JsonValueKind.Object } told)
            throw status == 200 ? NoPrometheus() : new PrometheusException($"{Host} answers {status}. {WhereItIs}");
        if (told.TryGetProperty("error", out var error))
            throw new PrometheusException($"Prometheus refuses the question: {Short(error.ToString())}");
        return told.TryGetProperty("data", out var data) ? data : throw NoPrometheus();
    }

    private static JsonElement? Json(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private AuthenticationHeaderValue? Credentials() =>
        source switch
        {
            { Token: { } token } => new("Bearer", token),
            { User: { } user } => OutgoingHttp.Basic($"{user}:{source.Password}"),
            _ => null,
        };

    private static PrometheusSeries Series(JsonElement one) =>
        new(Part(one, "metric"), Part(one, "values"), Part(one, "histograms"));

    private static JsonElement Part(JsonElement one, string name) =>
        one.TryGetProperty(name, out var part) ? part : default;

    private PrometheusException NoPrometheus() => new($"{Host} does not answer as Prometheus does. {WhereItIs}");

    private const string WhereItIs = "Enter the address that stands before /api/v1.";

    private string Host => source.Url.Authority;

    private static string Short(string text) => text.Length > 300 ? text[..300] + "…" : text;

    /// <summary>Where all asking goes through; an answer larger than an hour of thousands of endpoints is refused.</summary>
    public static HttpClient Client()
    {
        var client = OutgoingHttp.Client();
        client.MaxResponseContentBufferSize = Largest;
        return client;
    }
}
