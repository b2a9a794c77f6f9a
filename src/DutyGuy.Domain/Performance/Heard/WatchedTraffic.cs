using NodaTime;

namespace DutyGuy.Domain;

/// <summary>
/// Do requests still come after the rollout? A source that is heard and has far fewer is worse; one that is not heard, or
/// of which hardly anything is expected, cannot tell. Counted over the last five minutes of the watch.
/// </summary>
public sealed class WatchedTraffic(ProductionWatch watch, IReadOnlyList<SourceTraffic> sources, DateTimeZone zone)
{
    /// <summary>Fewer expected requests tell nothing.</summary>
    public const double FewestExpected = 20;

    /// <summary>Of a single endpoint more are needed, since there are many of them.</summary>
    public const double FewestOfEndpoint = 50;

    const int Window = 5;

    // A restart may take a minute or two; that is no fall yet.
    const int Soonest = 3;
    const double MostMissing = 0.2;

    /// <summary>How it stands after so many minutes.</summary>
    public TrafficSeen At(int over)
    {
        if (sources.Count == 0)
            return TrafficSeen.NotWatched;
        if (over == 0)
            return new(Tri.CannotTell, "The first minute of the watch is not over yet.", [], []);
        var minutes = Enumerable.Range(0, over).Select(StateAt).ToList();
        var silent = SilentAt(over - 1);
        var (now, why) = minutes[^1];
        if (now == Tri.Yes && Gaps(over - 1) is { } gaps)
            (now, why) = (Tri.CannotTell, gaps);
        return new(now, why, [.. minutes.Select(m => m.State)], silent);
    }

    /// <summary>Requests that are expected in the whole watch.</summary>
    double Expected => sources.Sum(s => s.Usual.Rate) * watch.Total;

    (Tri State, string? Why) StateAt(int minute)
    {
        if (Expected < FewestExpected)
            return (Tri.CannotTell, $"Too little traffic to judge: {Requests(Expected)} expected in the whole watch.");
        if (sources.FirstOrDefault(s => s.IsSilentAt(minute)) is { } silent)
            return (Tri.CannotTell, Unheard(silent, minute));
        if (sources.FirstOrDefault(s => s.EndAt(minute) < 0) is { } late)
            return (Tri.CannotTell, $"{late.Name} has told nothing since the switch-over yet.");
        var found = sources.Select(s => Fallen([s], s.EndAt(minute), s.Name)).ToList();
        if (sources.Count > 1)
            found.Add(Fallen(sources, sources.Min(s => s.EndAt(minute)), "production"));
        var worst = found.Find(f => f.State == Tri.No);
        return worst.Why is not null ? worst
            : found.Find(f => f.State == Tri.CannotTell) is { Why: not null } unsure ? unsure
            : (Tri.Yes, null);
    }

    /// <summary>Of these sources together, over the last minutes up to one.</summary>
    (Tri State, string? Why) Fallen(IReadOnlyList<SourceTraffic> of, int end, string name)
    {
        var minutes = Math.Min(Window, end + 1);
        var (count, expected) = (Count(of, end, minutes), of.Sum(s => s.Usual.Rate) * minutes);
        if (expected >= FewestExpected && count < expected / 3)
        {
            var why = $"{Requests(count)} of {name} in {Minutes(minutes)}, {expected:N0} expected.";
            if (minutes < Soonest)
                return (Tri.CannotTell, why + " It is too early to say more.");
            return of.Any(s => s.Usual.IsUsual(Count([s], end, minutes), minutes) == Tri.No)
                ? (Tri.No, "Far fewer requests: " + why)
                : (Tri.CannotTell, why + " It is that quiet now and then.");
        }
        for (var last = 1; last < minutes; last++)
            if (of.Sum(s => s.Usual.Rate) * last is >= FewestExpected and var soon)
                return Count(of, end, last) < soon / 3
                    ? (
                        Tri.CannotTell,
                        $"{Requests(Count(of, end, last))} of {name} in {Minutes(last)}, {soon:N0} expected. It is too early to say more."
                    )
                    : (Tri.Yes, null);
        return (Tri.Yes, null);
    }

    /// <summary>Endpoints without requests while their source has some: called at the minute in which that was seen first.</summary>
    IReadOnlyList<WatchCall> SilentAt(int minute) =>
        [
            .. sources
                .Where(s =>
                    !s.IsSilentAt(minute)
                    && s.EndAt(minute) >= 0
                    && Fallen([s], s.EndAt(minute), s.Name).State != Tri.No
                )
                .SelectMany(s => s.Endpoints.Select((e, i) => (Source: s, Endpoint: e, Usual: s.ByEndpoint[i])))
                .Where(e => HasFallen(e.Source, e.Endpoint, e.Usual, minute))
                .Select(e => Call(e.Source, e.Endpoint, e.Usual, minute)),
        ];

    static bool HasFallen(SourceTraffic source, EndpointTraffic endpoint, UsualTraffic usual, int minute)
    {
        var end = source.EndAt(minute);
        var minutes = Math.Min(Window, end + 1);
        return minutes >= Soonest
            && usual.Rate * minutes >= FewestOfEndpoint
            && usual.IsUsual(Sum(endpoint.Counts, end, minutes), minutes) == Tri.No;
    }

    static WatchCall Call(SourceTraffic source, EndpointTraffic endpoint, UsualTraffic usual, int minute)
    {
        var first = minute;
        while (first > 0 && HasFallen(source, endpoint, usual, first - 1))
            first--;
        var end = source.EndAt(minute);
        var minutes = Math.Min(Window, end + 1);
        var count = Sum(endpoint.Counts, end, minutes);
        var why = $"{Requests(count)} in {Minutes(minutes)}, {usual.Rate * minutes:N0} expected";
        return new(endpoint.Endpoint, first + 1, "requests", WatchAdvice.Look, $"fell silent: {why}");
    }

    /// <summary>Too many minutes of the watch were not heard for saying that it went well.</summary>
    string? Gaps(int minute)
    {
        foreach (var source in sources)
        {
            var of = source.EndAt(minute) + 1;
            var missing = Enumerable.Range(0, of).Count(m => source.At(m) == Heard.Missing);
            if (missing > of * MostMissing)
                return $"{source.Name} was not heard in {Minutes(missing)} of {of}.";
        }
        return null;
    }

    string Unheard(SourceTraffic source, int minute) =>
        source.HeardUntil(minute) is { } until
            ? $"Nothing has come from {source.Name} since {until.InZone(zone).TimeOfDay:HH:mm}."
            : $"Nothing comes from {source.Name}.";

    static double Count(IReadOnlyList<SourceTraffic> of, int end, int minutes) =>
        of.Sum(s => Sum(s.Counts, end, minutes));

    static double Sum(double[] counts, int end, int minutes) =>
        counts.Skip(ProductionWatch.Before + end + 1 - minutes).Take(minutes).Sum();

    static string Requests(double count) => $"{count:N0} request{(Math.Round(count) == 1 ? "" : "s")}";

    static string Minutes(int minutes) => minutes == 1 ? "1 minute" : $"{minutes} minutes";
}
