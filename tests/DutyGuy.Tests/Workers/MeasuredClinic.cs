using System.Text.Json;
using DutyGuy.Tests.Adapters;
using DutyGuy.Tests.Peers;
using NodaTime;

namespace DutyGuy.Tests.Workers;

/// <summary>One request as it was served.</summary>
sealed record ServedRequest(bool Failed, double Ms);

/// <summary>A Prometheus with an hour of the Clinic's requests; 20 minutes before its end a release made the agenda slow.</summary>
sealed class MeasuredClinic : IAsyncDisposable
{
    readonly Peer peer;
    readonly TemporaryFolder folder;

    MeasuredClinic(Peer peer, TemporaryFolder folder, Instant end) =>
        (this.peer, this.folder, End) = (peer, folder, end);

    public Instant End { get; }
    public Instant Begin => End - Duration.FromHours(1);
    public Instant Released => End - Duration.FromMinutes(20);
    public string Url => $"http://127.0.0.1:{peer.Port}";

    /// <param name="kind">The kind of histogram: classic or native.</param>
    public static async Task<MeasuredClinic> Start(string kind)
    {
        // Prometheus takes no samples far from its own time.
        var end = SystemClock.Instance.GetCurrentInstant().ToUnixTimeSeconds() / 60 * 60;
        var place = new TemporaryFolder();
        var prometheus = await Peer.StartAsync("prometheus", place.In("prometheus"), $"{end}", kind);
        return new(prometheus, place, Instant.FromUnixTimeSeconds(end));
    }

    /// <summary>The requests of each endpoint and minute.</summary>
    public IReadOnlyDictionary<(string Endpoint, Instant Minute), List<ServedRequest>> Served()
    {
        using var told = JsonDocument.Parse(File.ReadAllText(folder.In("prometheus", "served.json")));
        return told
            .RootElement.EnumerateArray()
            .GroupBy(r => (r[0].GetString()!, Instant.FromUnixTimeSeconds(r[1].GetInt64())))
            .ToDictionary(
                group => group.Key,
                group => group.Select(r => new ServedRequest(r[2].GetBoolean(), r[3].GetDouble())).ToList()
            );
    }

    public async ValueTask DisposeAsync()
    {
        await peer.DisposeAsync();
        folder.Dispose();
    }
}
