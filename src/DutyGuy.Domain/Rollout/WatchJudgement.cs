using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What was seen around a rollout, from which its watch is judged.</summary>
public sealed record WatchEvidence
{
    /// <summary>The watch.</summary>
    public required ProductionWatch Watch { get; init; }

    /// <summary>The moment.</summary>
    public required Instant Now { get; init; }

    /// <summary>Zone of the sentences.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>What each source of response times told.</summary>
    public IReadOnlyList<SourceTraffic> Sources { get; init; } = [];

    /// <summary>Whether new errors would be seen.</summary>
    public ErrorsSeen Errors { get; init; } = ErrorsSeen.NotWatched;

    /// <summary>Minutes in which errors came.</summary>
    public IReadOnlySet<Instant> ErrorMinutes { get; init; } = new HashSet<Instant>();

    /// <summary>Errors that began after the switch-over, whatever became of them.</summary>
    public IReadOnlyList<NewError> NewErrors { get; init; } = [];

    /// <summary>Endpoints that were called.</summary>
    public IReadOnlyList<WatchCall> Calls { get; init; } = [];

    /// <summary>Which release the figures carry.</summary>
    public FiguresRelease Release { get; init; } = new(Tri.CannotTell, null);
}

/// <summary>Is production as before? New errors, slower endpoints, requests that stop; absence is never good news.</summary>
public static class WatchJudgement
{
    /// <summary>How it stands now.</summary>
    public static WatchState Of(WatchEvidence seen)
    {
        var over = seen.Watch.Over(seen.Now);
        var traffic = new WatchedTraffic(seen.Watch, seen.Sources, seen.Zone).At(over);
        var calls = seen
            .Calls.Select(c => c with { Better = IsBetter(seen, c, over - 1) })
            .Concat(traffic.Silent)
            .ToList();
        var health = Health(seen, over, traffic, calls);
        var state = new WatchState(
            health,
            [.. seen.NewErrors.Select(e => e.Words)],
            calls,
            WatchMinutes.Of(seen, over, traffic)
        )
        {
            Release = seen.Release,
            Fell = traffic.Now == Tri.No ? traffic.Why : null,
            IsWhole = traffic.Now == Tri.Yes && seen.Errors.Now == Tri.Yes,
        };
        return state with { Says = Says(seen, over, traffic, state) };
    }

    /// <summary>Whether an endpoint that was called is measured better in a minute.</summary>
    internal static bool IsBetter(WatchEvidence seen, WatchCall call, int minute) =>
        seen.Sources.SelectMany(s => s.Endpoints).FirstOrDefault(e => e.Endpoint == call.Endpoint) is { } endpoint
        && BetterAgain.At(call, endpoint, minute);

    static Tri Health(WatchEvidence seen, int over, TrafficSeen traffic, IReadOnlyList<WatchCall> calls)
    {
        if (seen.Release.Agree == Tri.No)
            return Tri.CannotTell;
        if (seen.NewErrors.Count > 0 || calls.Any(c => !c.Better) || traffic.Now == Tri.No)
            return Tri.No;
        if (over == 0)
            return Tri.CannotTell;
        return traffic.Watched ? traffic.Now : seen.Errors.Now;
    }

    static string Says(WatchEvidence seen, int over, TrafficSeen traffic, WatchState state) =>
        state switch
        {
            { Contradicted: { } other } =>
                $"Figures still come from {other}: production does not serve {seen.Watch.Release} yet.",
            { Health: Tri.No } => FullStop.After(string.Join("; ", state.Findings.Select(FullStop.Without))),
            { Health: Tri.Yes } => WatchWords.Flat(traffic, seen.Errors, seen.Now, seen.Zone),
            _ when over == 0 => "The first minute of the watch is not over yet.",
            _ => WatchWords.CannotTell(traffic, seen.Errors, seen.Now, seen.Zone),
        };
}
