namespace DutyGuy.Domain;

/// <summary>
/// Which endpoints did the release make worse, and did everything get slower at once? The method, its assumptions and
/// where it fails are in docs/performance-verdict.md.
/// </summary>
public static class RolloutVerdict
{
    /// <summary>Of the endpoints that are told, at most this share is expected to be told wrongly.</summary>
    public const double FalseShare = 0.03;

    /// <summary>None is told with a smaller chance than this.</summary>
    public const double LeastChance = 0.8;

    private const double PlatformZ = 4.5;
    private const double PlatformStep = 0.04;

    /// <summary>The verdicts, the strongest evidence first.</summary>
    public static BeforeAfterReport Of(RolloutTimings timings)
    {
        var study = RolloutStudy.Of(timings.Frame, timings.Series);
        var limit = TwoGroups.Limit(study.Chances, FalseShare, LeastChance);
        var platform = study.IsPlatformSlower(PlatformZ, PlatformStep);
        var words = new VerdictWords(platform ? study.Platform : default, ChangeEstimate.SpreadOf(study.Fits));
        var verdicts = study
            .Evidences.Select((e, i) => words.Of(e, study.Chances[i], study.Chances[i] >= limit, platform))
            .Concat(study.NotComparable.Select(words.TooLittle))
            .OrderByDescending(v => v.Evidence)
            .ThenBy(v => v.Endpoint, StringComparer.Ordinal);
        return new(study.HasPlatform ? words.Platform(study.Platform, platform) : null, verdicts.ToList());
    }
}
