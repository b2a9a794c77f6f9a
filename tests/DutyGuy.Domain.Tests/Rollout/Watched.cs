using NodaTime;

namespace DutyGuy.Domain.Tests;

/// <summary>A watch of fifteen minutes from 16:00 in Paris on, with what its sources told.</summary>
internal static class Watched
{
    public static readonly Instant Switch = Known.At(16);
    public static readonly ProductionWatch Watch = new("3333333", Switch, Switch + Duration.FromMinutes(15));
    static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    /// <summary>Errors are heard of, and none is new.</summary>
    public static readonly ErrorsSeen Calm = new(Tri.Yes, true, null, Switch);

    public static Instant Minute(int minute) => Switch + Duration.FromMinutes(minute);

    /// <summary>Requests of each endpoint by minute; null: nothing was told of it.</summary>
    public static SourceTraffic Source(
        int over,
        Func<int, double?> requests,
        int endpoints = 1,
        bool polled = false,
        int delay = 0,
        Func<int, int, double>? share = null,
        string name = "shop",
        double daysBefore = 0,
        double daysAfter = 0,
        Func<int, double>? mean = null,
        IEnumerable<int>? signs = null
    )
    {
        var minutes = Enumerable.Range(-ProductionWatch.Before, ProductionWatch.Before + over).ToList();
        var all = Enumerable
            .Range(0, endpoints)
            .Select(e =>
            {
                double[] counts = [.. minutes.Select(m => (requests(m) ?? 0) * (share?.Invoke(e, m) ?? 1))];
                double[] sums = [.. minutes.Select((m, i) => counts[i] * (mean?.Invoke(m) ?? 20))];
                return new EndpointTraffic($"GET /{e}", counts, new double[counts.Length], sums)
                {
                    DaysBefore = daysBefore,
                    DaysAfter = daysAfter,
                };
            })
            .ToList();
        return new(
            new()
            {
                Name = name,
                Polled = polled,
                Delay = delay,
                Told = minutes
                    .Where(m => requests(m) is { } n && (n > 0 || polled))
                    .ToDictionary(Minute, m => all.Sum(e => e.Counts[ProductionWatch.Before + m])),
                Signs = (signs ?? []).Select(Minute).ToHashSet(),
            },
            all,
            Watch,
            over
        );
    }

    public static WatchEvidence Seen(int over, params SourceTraffic[] sources) =>
        new()
        {
            Watch = Watch,
            Now = Minute(over),
            Zone = Paris,
            Sources = sources,
            Errors = Calm,
        };

    /// <summary>How the watch stands after so many minutes.</summary>
    public static WatchState After(int over, params SourceTraffic[] sources) => WatchJudgement.Of(Seen(over, sources));
}
