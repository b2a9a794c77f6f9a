using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What the verdicts on a rollout come to, in a sentence.</summary>
public static class ComparisonOf
{
    /// <summary>The comparison of one rollout.</summary>
    public static RolloutComparison Rollout(Rollout rollout, BeforeAfterReport report, Interval before, Interval after)
    {
        var slower = report.Endpoints.Where(e => e.Regressed).ToList();
        var seen = report.Endpoints.Count(e => e.Answer is "regressed" or "as before" or EndpointVerdict.AsThePlatform);
        var answer = slower.Count switch
        {
            0 when report.AllSlower is { } together => $"{char.ToUpperInvariant(together[0])}{together[1..]}.",
            0 when seen == 0 => "Too little data around the last rollout.",
            0 => $"None of {seen} endpoints got worse.",
            1 => $"1 of {seen} endpoints got worse: {slower[0].Endpoint}.",
            _ =>
                $"{slower.Count} of {seen} endpoints got worse: {string.Join(", ", slower.Take(3).Select(e => e.Endpoint))}{(slower.Count > 3 ? " and more" : "")}.",
        };
        var compared = new RolloutComparison(rollout.Id, before, after, slower, seen, answer);
        return slower.Count == 0 && report.AllSlower is not null
            ? compared with
            {
                Found = Compared.AllSlower,
            }
            : compared;
    }
}
