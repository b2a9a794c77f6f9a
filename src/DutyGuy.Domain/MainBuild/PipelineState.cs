using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What one pipeline says: the last completed result of the newest commit that has one.</summary>
sealed record PipelineState(
    CiResult? Counts,
    (long, int) Place,
    CiResult? FirstBad,
    string? LastGood,
    Instant? UnknownSince
)
{
    public static readonly PipelineState Unheard = new(null, (long.MinValue, 0), null, null, null);

    public BrokenPipeline? Broken =>
        Counts?.Status == CiStatus.Failing
            ? new(Counts.Repository, Counts.Pipeline, FirstBad ?? Counts, Counts, LastGood)
            : null;

    /// <summary>The state after one more result; a late result of an older commit changes nothing.</summary>
    public PipelineState With(CiResult result, (long, int) place) =>
        result.Status switch
        {
            CiStatus.Unknown => this with { UnknownSince = UnknownSince ?? result.At },
            CiStatus.Passing or CiStatus.Failing when place.CompareTo(Place) < 0 => this with { UnknownSince = null },
            CiStatus.Passing => new(result, place, null, result.Commit, null),
            CiStatus.Failing => new(result, place, FirstBad ?? result, LastGood, null),
            _ => this,
        };
}
