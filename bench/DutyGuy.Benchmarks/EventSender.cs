using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DutyGuy.Benchmarks;

/// <summary>Sends error events of one project over keep-alive connections, each with one event in flight.</summary>
internal sealed class EventSender(HttpClient http, string path, string key, int connections)
{
    private int sent;

    /// <summary>Makes the project as the administrator; the sender itself has only the project's key.</summary>
    public static async Task<EventSender> Of(HttpClient administrator, HttpClient http, int connections)
    {
        using var answer = await administrator.PostAsJsonAsync("/api/v1/projects", new { name = "shop" });
        var made = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        var path = $"/api/{made.GetProperty("id").GetInt32()}/envelope/";
        return new(http, path, made.GetProperty("key").GetString()!, connections);
    }

    /// <summary>Sends as long as it should go on, which is asked with the number sent; gives the milliseconds of each answer.</summary>
    public async Task<List<double>> Send(Func<int, bool> goOn)
    {
        var began = sent;
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => One(() => goOn(sent - began))));
        return [.. all.SelectMany(l => l)];
    }

    private async Task<List<double>> One(Func<bool> goOn)
    {
        var latencies = new List<double>();
        while (goOn())
            latencies.Add(await Once(Interlocked.Increment(ref sent)));
        return latencies;
    }

    private async Task<double> Once(int number)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new ByteArrayContent(RecordedEvent.Numbered(number)),
        };
        request.Headers.TryAddWithoutValidation("X-Sentry-Auth", $"Sentry sentry_version=7, sentry_key={key}");
        var began = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
