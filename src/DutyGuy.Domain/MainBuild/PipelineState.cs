using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What one pipeline of a repository said so far, and whether commits wait for it.</summary>
sealed record PipelineState(string Repository, string Name)
{
    const int Remembered = 20;
    static readonly Duration LeastUsual = Duration.FromHours(1);

    /// <summary>The last completed result of the newest commit that has one.</summary>
    public CiResult? Counts { get; init; }

    /// <summary>The first of this run of red.</summary>
    public CiResult? FirstBad { get; init; }

    /// <summary>Commit of the last green result; null when never green.</summary>
    public string? LastGood { get; init; }

    /// <summary>Since when it says that it cannot tell.</summary>
    public Instant? UnknownSince { get; init; }

    /// <summary>From which place on commits wait for it; null: they do not.</summary>
    public long? ExpectedFrom { get; init; }

    /// <summary>When it last told anything.</summary>
    public Instant LastReport { get; init; }

    /// <summary>The newest commit of which it told anything.</summary>
    public long NewestReport { get; init; } = long.MinValue;

    /// <summary>How long its last results took, from the first report of any pipeline on the commit.</summary>
    public IReadOnlyList<Duration> Times { get; init; } = [];

    long CountsAt { get; init; } = long.MinValue;

    /// <summary>How long a commit waits for it before three such say that it is gone.</summary>
    public Duration Usual => Times.Append(LeastUsual).Max();

    /// <summary>Its newest completed result is red.</summary>
    public BrokenPipeline? Broken =>
        Counts?.Status == CiStatus.Failing ? new(Repository, Name, FirstBad ?? Counts, Counts, LastGood) : null;

    /// <summary>The state after one more result; a late result of an older commit changes no colour.</summary>
    /// <param name="took">How long it took when it is its first completed result of that commit; else null.</param>
    public PipelineState With(CiResult result, long place, Duration? took)
    {
        var heard = this with
        {
            LastReport = result.At,
            // A commit that may still come is no commit of main yet.
            NewestReport = place == CommitPlaces.ToCome ? NewestReport : Math.Max(NewestReport, place),
            Times = took is { } time ? [.. Times.TakeLast(Remembered - 1), time] : Times,
        };
        return result.Status switch
        {
            CiStatus.Unknown => heard with { UnknownSince = UnknownSince ?? result.At },
            CiStatus.Passing or CiStatus.Failing when place < CountsAt => heard with { UnknownSince = null },
            CiStatus.Passing => heard with
            {
                Counts = result,
                CountsAt = place,
                FirstBad = null,
                LastGood = result.Commit,
                UnknownSince = null,
            },
            CiStatus.Failing => heard with
            {
                Counts = result,
                CountsAt = place,
                FirstBad = FirstBad ?? result,
                UnknownSince = null,
            },
            _ => heard,
        };
    }
}
