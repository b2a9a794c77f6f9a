namespace DutyGuy.Domain;

/// <summary>An endpoint that the watch called, and what to do about it: a person decides.</summary>
/// <param name="Minute">Minutes since the switch-over that were over: 1 is the first look.</param>
/// <param name="Metric">`mean`, `p95`, `p99` or `errors`.</param>
public sealed record WatchCall(string Endpoint, int Minute, string Metric, WatchAdvice Advice, string Why);

/// <summary>What a look advises.</summary>
public enum WatchAdvice
{
    /// <summary>Nothing speaks against the release.</summary>
    Keep,

    /// <summary>Somebody should look.</summary>
    Look,

    /// <summary>So much worse that rolling back should be thought of.</summary>
    RollBack,
}

/// <summary>
/// Looks at a rollout at every minute from the switch-over on. A Bayes factor against "nothing happened" seldom becomes
/// large however often one looks: the chance that it ever exceeds B is at most 1 / B (Ville's inequality), so the limit of
/// one look holds for all of them.
/// </summary>
public static class RolloutWatch
{
    private const double FalseShare = 0.02;
    private const double LeastChance = 0.9;

    // While everything warms up, one cannot tell whether everything got slower.
    private const int PlatformFrom = 15;
    private const double PlatformZ = 5;
    private const double PlatformStep = 0.05;

    private const double MuchSlower = 0.5;
    private const double ManyErrors = 0.05;

    /// <summary>The first call of each endpoint; `progress` is told after each look.</summary>
    public static IReadOnlyList<WatchCall> Calls(RolloutTimings timings, Action<int>? progress = null)
    {
        var calls = new Dictionary<string, WatchCall>(StringComparer.Ordinal);
        double? memory = null;
        for (var minute = 1; minute <= timings.Frame.After; minute++)
        {
            var study = Look(timings, minute, memory);
            memory = study.Memory;
            foreach (var call in CallsOf(study, minute))
                calls.TryAdd(call.Endpoint, call);
            progress?.Invoke(minute);
        }
        return calls.Values.OrderBy(c => c.Minute).ThenBy(c => c.Endpoint, StringComparer.Ordinal).ToList();
    }

    private static RolloutStudy Look(RolloutTimings timings, int minute, double? memory)
    {
        var frame = timings.Frame with { Seen = minute };
        return RolloutStudy.Of(frame, timings.Series.Select(s => s.Until(frame, minute)).ToList(), memory);
    }

    private static IEnumerable<WatchCall> CallsOf(RolloutStudy study, int minute)
    {
        var limit = TwoGroups.Limit(study.Chances, FalseShare, LeastChance);
        var platform = minute >= PlatformFrom && study.Platform is { Z: > PlatformZ, Step: > PlatformStep };
        var words = new VerdictWords(platform ? study.Platform : default, ChangeEstimate.SpreadOf(study.Fits));
        return study
            .Evidences.Select((e, i) => words.Of(e, study.Chances[i], study.Chances[i] >= limit, platform))
            .Where(v => v.Worse)
            .Select(v => new WatchCall(v.Endpoint, minute, v.Metric, AdviceOf(v), v.Why));
    }

    private static WatchAdvice AdviceOf(EndpointVerdict verdict) =>
        verdict.Change >= (verdict.Metric == "errors" ? ManyErrors : MuchSlower)
            ? WatchAdvice.RollBack
            : WatchAdvice.Look;
}
