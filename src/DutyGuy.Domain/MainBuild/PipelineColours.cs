using NodaTime;

namespace DutyGuy.Domain;

/// <summary>The colour of main from what its pipelines said so far, at any instant after the last of it.</summary>
sealed class PipelineColours(
    MainSource source,
    IReadOnlyDictionary<string, PipelineState> pipelines,
    IReadOnlyList<CommitChecks> commits
)
{
    readonly IReadOnlyList<string> required = source.Required ?? [];
    readonly List<MainCommit> oldestFirst = [.. source.Line.Reverse()];
    bool isConnected;
    Instant? lastReport;

    /// <summary>Something arrived; what names no commit of main counts for nothing, but then there is CI.</summary>
    public void Heard(CiResult result, bool counts)
    {
        // A run that only begins tells of no result that could be watched.
        isConnected |= result.Status is not (CiStatus.Running or CiStatus.Cancelled);
        lastReport = counts || lastReport is null ? result.At : lastReport;
    }

    /// <summary>Whether commits stopped to wait for the pipeline before an instant.</summary>
    public bool IsEnded(PipelineState pipeline, Instant at) => EndsAt(pipeline) <= at;

    /// <summary>The pipelines that a commit waits for. One that was red when it fell silent is waited for still.</summary>
    public IEnumerable<string> Expected(CommitChecks commit, Instant now) =>
        required.Count > 0
            ? required
            : pipelines
                .Values.Where(p => p.ExpectedFrom <= commit.Place)
                .Where(p => !IsEnded(p, now) || p.Counts?.Status != CiStatus.Passing)
                .Select(p => p.Name);

    /// <summary>The colour at an instant.</summary>
    public MainColour At(Instant at)
    {
        if (!isConnected)
            return MainColour.NotConnected;
        var all = pipelines.Values;
        return all.Any(p => p.Broken is not null && !IsEnded(p, at)) ? MainColour.Failing
            : IsUnseen(at) ? MainColour.Unknown
            : IsFirstToCome() ? MainColour.Running
            : MainColour.Passing;
    }

    /// <summary>Instants at which time alone can change the colour.</summary>
    public IEnumerable<Instant> TimesOfChange() =>
        pipelines
            .Values.SelectMany(p => new[] { p.UnknownSince + MainState.Patience, EndsAt(p) })
            .Append(SilentFrom())
            .OfType<Instant>();

    /// <summary>The state at an instant, with why it cannot be told.</summary>
    public MainState StateAt(Instant now, IReadOnlyList<(Instant At, MainColour Colour)> changes)
    {
        if (changes.Count == 0)
            return MainState.NotConnected;
        var (since, colour) = changes[^1];
        return new(
            colour,
            colour == MainColour.Unknown && IsDead(now) ? lastReport : since,
            [.. pipelines.Values.Where(p => !IsEnded(p, now)).Select(p => p.Broken).OfType<BrokenPipeline>()]
        )
        {
            NextChange = TimesOfChange().Where(at => at > now).Cast<Instant?>().Min(),
            Silent = [.. pipelines.Values.Where(p => IsRedAndSilent(p, now)).Select(Silent)],
        };
    }

    SilentPipeline Silent(PipelineState pipeline) =>
        new(
            source.Repository,
            pipeline.Name,
            pipeline.Counts?.Commit,
            commits.Count(c => c.Place > pipeline.NewestReport),
            pipeline.LastReport
        );

    bool IsUnseen(Instant at) =>
        IsDead(at)
        || pipelines.Values.Any(p =>
            IsRedAndSilent(p, at) || (p.UnknownSince + MainState.Patience <= at && !IsEnded(p, at))
        );

    /// <summary>Nobody tells of new commits any more.</summary>
    bool IsDead(Instant at) =>
        SilentFrom() <= at
        || (
            required.Count == 0
            && lastReport is not null
            && !pipelines.Values.Any(p => p.ExpectedFrom is not null && !IsEnded(p, at))
        );

    bool IsRedAndSilent(PipelineState pipeline, Instant at) =>
        IsEnded(pipeline, at) && pipeline.Counts?.Status != CiStatus.Passing;

    /// <summary>Never green by default: until there is a complete result, one is on its way.</summary>
    bool IsFirstToCome() =>
        pipelines.Values.All(p => p.Counts is null)
        || required.Any(name => pipelines.GetValueOrDefault(name)?.Counts is null);

    Instant? EndsAt(PipelineState pipeline) => required.Count > 0 ? null : ExpectedPipelines.EndsAt(commits, pipeline);

    /// <summary>When three commits of main have waited longer than usual without a word of any pipeline.</summary>
    Instant? SilentFrom()
    {
        if (commits.Count == 0)
            return null;
        var newest = commits[^1].Place;
        var first = FirstAfter(newest);
        if (first + ExpectedPipelines.InARow > oldestFirst.Count)
            return null;
        var seen = oldestFirst.Skip(first).Take(ExpectedPipelines.InARow).Max(c => c.SeenAt);
        var usual = pipelines.Values.Select(p => p.Usual).DefaultIfEmpty(Duration.FromHours(1)).Max();
        return seen + usual + Duration.Epsilon;
    }

    /// <summary>Index of the oldest commit of main that is newer than a place.</summary>
    int FirstAfter(long place)
    {
        var (low, high) = (0, oldestFirst.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = oldestFirst[middle].Ordinal > place ? (low, middle) : (middle + 1, high);
        }
        return low;
    }
}
