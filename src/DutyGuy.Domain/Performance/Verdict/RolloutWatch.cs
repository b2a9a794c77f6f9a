namespace DutyGuy.Domain;

/// <summary>An endpoint that the watch called, and what to do about it: a person decides.</summary>
/// <param name="Minute">Minutes since the switch-over that were over: 1 is the first look.</param>
/// <param name="Metric">`mean`, `p95`, `p99`, `errors`, or `requests` of one that fell silent.</param>
public sealed record WatchCall(string Endpoint, int Minute, string Metric, WatchAdvice Advice, string Why)
{
    /// <summary>It was measured better again; the call stays.</summary>
    public bool Better { get; init; }
}

/// <summary>The looks made so far: how many minutes they saw, and the first call of each endpoint.</summary>
/// <param name="Memory">How long noise lasts, learnt at the first look at both releases.</param>
public sealed record WatchLooks(int Minutes, double? Memory, IReadOnlyList<WatchCall> Calls)
{
    /// <summary>Nobody looked yet.</summary>
    public static WatchLooks None { get; } = new(0, null, []);
}

/// <summary>What a look advises.</summary>
public enum WatchAdvice
{
    /// <summary>Nothing speaks against the release.</summary>
    Keep,

    /// <summary>Somebody should look.</summary>
    Look,

    /// <summary>So much worse that rolling back should be thought of.</summary>
    RollBack,

    /// <summary>So much worse, and no way back: a fix is shipped forward.</summary>
    FixForward,
}

/// <summary>
/// Looks at a rollout at every minute from the switch-over on. A Bayes factor against "nothing happened" seldom becomes
/// large however often one looks: the chance that it ever exceeds B is at most 1 / B (Ville's inequality), so a limit on
/// each call's own chance holds for all looks.
/// </summary>
public static class RolloutWatch
{
    // Each call by itself. A mean over all that are told, as after the rollout, would let the sure ones carry weak ones
    // anew at every look, and what is called stays called.
    private const double LeastChance = 0.98;

    // The first requests of a fresh process are slow: a slow tail may be theirs alone.
    private const int TailsFrom = 3;

    // While everything warms up, one cannot tell whether everything got slower.
    private const int PlatformFrom = 15;
    private const double PlatformZ = 5;
    private const double PlatformStep = 0.05;

    private const double MuchSlower = 0.5;
    private const double ManyErrors = 0.05;

    /// <summary>The first call of each endpoint over the whole watch.</summary>
    public static IReadOnlyList<WatchCall> Calls(RolloutTimings timings) =>
        GoOn(WatchLooks.None, timings, timings.Frame.After).Calls;

    /// <summary>
    /// Goes on from the looks before, once for each minute up to the one given. A look sees nothing of later minutes, so it
    /// is the same whether it is made at once or afterwards; what was called stays called.
    /// </summary>
    /// <param name="timings">All that was served until then, made for watching.</param>
    public static WatchLooks GoOn(WatchLooks looks, RolloutTimings timings, int until)
    {
        var calls = looks.Calls.ToDictionary(c => c.Endpoint, StringComparer.Ordinal);
        var memory = looks.Memory;
        for (var minute = looks.Minutes + 1; minute <= until; minute++)
        {
            var study = Look(timings, minute, memory);
            memory ??= study.HasSeenBoth ? study.Memory : null;
            foreach (var call in CallsOf(study, minute))
                calls.TryAdd(call.Endpoint, call);
        }
        return new(
            Math.Max(looks.Minutes, until),
            memory,
            [.. calls.Values.OrderBy(c => c.Minute).ThenBy(c => c.Endpoint, StringComparer.Ordinal)]
        );
    }

    private static RolloutStudy Look(RolloutTimings timings, int minute, double? memory)
    {
        var frame = timings.Frame with { Seen = minute };
        return RolloutStudy.Of(frame, timings.Series.Select(s => s.Until(frame, minute)).ToList(), memory);
    }

    private static IEnumerable<WatchCall> CallsOf(RolloutStudy study, int minute)
    {
        var platform = minute >= PlatformFrom && study.IsPlatformSlower(PlatformZ, PlatformStep);
        var words = new VerdictWords(platform ? study.Platform : default, ChangeEstimate.SpreadOf(study.Fits));
        return study
            .Evidences.Select((e, i) => words.Of(e, study.Chances[i], study.Chances[i] >= LeastChance, platform))
            .Where(v => v.Worse && (minute >= TailsFrom || v.Metric is not ("p95" or "p99")))
            .Select(v => new WatchCall(v.Endpoint, minute, v.Metric, AdviceOf(v), v.Why));
    }

    private static WatchAdvice AdviceOf(EndpointVerdict verdict) =>
        verdict.Change >= (verdict.Metric == "errors" ? ManyErrors : MuchSlower)
            ? WatchAdvice.RollBack
            : WatchAdvice.Look;
}
