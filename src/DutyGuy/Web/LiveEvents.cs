using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using DutyGuy.Store;
using NodaTime;

namespace DutyGuy.Web;

/// <summary>Tells open pages the server's clock, and that something changed; at least every five seconds.</summary>
static class LiveEvents
{
    static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(5);

    /// <summary>Many changes at once are one event.</summary>
    static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(150);

    public static void Map(WebApplication app) => app.MapGet("/live", Listen);

    /// <summary>The stream; also for the wall, which is let in by its key.</summary>
    public static IResult Listen(Pulse pulse, IClock clock, IHostApplicationLifetime server, CancellationToken stop) =>
        TypedResults.ServerSentEvents(Beats(pulse, clock, server.ApplicationStopping, stop));

    static async IAsyncEnumerable<SseItem<string>> Beats(
        Pulse pulse,
        IClock clock,
        CancellationToken serverStops,
        [EnumeratorCancellation] CancellationToken pageLeaves
    )
    {
        // An open page must not hold up the end of the server.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(serverStops, pageLeaves);
        await foreach (var count in pulse.Counts(Rhythm, Breath, either.Token))
            yield return new($"{count} {clock.GetCurrentInstant().ToUnixTimeMilliseconds()}");
    }
}
