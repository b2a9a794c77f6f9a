using DutyGuy.Adapters.Sentry;
using DutyGuy.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace DutyGuy.Benchmarks.RealRollouts;

/// <summary>Takes what the Sentry SDK of each Clinic sends and collects its timings, read as the server reads them.</summary>
internal sealed class TimingSink : IAsyncDisposable
{
    private const int Largest = 20_000_000;
    private readonly MinuteAggregator _minutes = new();
    private readonly Lock _guard = new();
    private readonly WebApplication _app;

    private TimingSink(WebApplication app) => _app = app;

    public static async Task<TimingSink> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var sink = new TimingSink(builder.Build());
        sink._app.MapPost("/api/{clinic}/envelope/", sink.Receive);
        await sink._app.StartAsync();
        return sink;
    }

    /// <summary>What a Clinic is told to send to.</summary>
    public string Dsn(string clinic) => $"http://key@{new Uri(_app.Urls.First()).Authority}/{clinic}";

    /// <summary>All minutes so far, by Clinic; they are gone from here then.</summary>
    public ILookup<string, EndpointMinute> Take()
    {
        lock (_guard)
            return _minutes.TakeAll().ToLookup(m => m.Service);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task<IResult> Receive(string clinic, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var plain = Body.Decompress(body.ToArray(), request.Headers.ContentEncoding, Largest);
        var now = SystemClock.Instance.GetCurrentInstant();
        var reading = SentryIntake.Read(EnvelopeReader.Read(plain), [1, 2, 3], now);
        lock (_guard)
            foreach (var timing in reading.Timings)
                _minutes.Add(clinic, timing);
        return Results.Ok();
    }
}
