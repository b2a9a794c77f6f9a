using NodaTime;

namespace DutyGuy.Domain;

/// <summary>
/// How main of one repository fared, and which of its commits passed: all results that there are, in order of arrival,
/// each at the place of its commit. Made once for the same results; what time alone changes is worked out when asked.
/// </summary>
public sealed class RepositoryMain
{
    readonly MainSource source;
    readonly Dictionary<string, PipelineState> pipelines = new(StringComparer.Ordinal);
    readonly List<CommitChecks> commits = [];
    readonly Dictionary<string, CommitChecks> checksOf = new(StringComparer.Ordinal);
    readonly List<(Instant At, MainColour Colour)> changes = [];
    readonly PipelineColours colours;
    Instant heardUntil = Instant.MinValue;

    RepositoryMain(MainSource source)
    {
        this.source = source;
        colours = new(source, pipelines, commits);
        Fold(new CommitPlaces(source));
    }

    /// <summary>Everything that the results tell.</summary>
    public static RepositoryMain Of(MainSource source) => new(source);

    /// <summary>The repository.</summary>
    public string Repository => source.Repository;

    /// <summary>Its main line as far as it is kept, newest first.</summary>
    public IReadOnlyList<MainCommit> Line => source.Line;

    /// <summary>Results on its main branch, in order of arrival.</summary>
    public IReadOnlyList<CiResult> Results => source.Results;

    /// <summary>Those of commits and pipelines for which some test failed: few, and all that can tell a flaky one.</summary>
    public IReadOnlyList<CiResult> AboutTests => field ??= [.. WithFailures(Results)];

    /// <summary>Each instant until now at which the colour changed, with the new colour.</summary>
    public IReadOnlyList<(Instant At, MainColour Colour)> Changes(Instant now)
    {
        var all = changes.ToList();
        NoteTime(all, now);
        return all;
    }

    /// <summary>Its state now.</summary>
    public MainState StateAt(Instant now) => colours.StateAt(now, Changes(now));

    /// <summary>Yes: the commit passed all that it waits for. No: something failed. Cannot tell: something is still to come.</summary>
    public Tri Passed(string commit, Instant now) =>
        checksOf.TryGetValue(commit, out var checks) ? checks.Passed(colours.Expected(checks, now)) : Tri.CannotTell;

    /// <summary>The newest commit of main that passed and that may ship; without any CI the newest that may.</summary>
    public MainCommit? Newest(Instant now, Func<MainCommit, bool> may) =>
        Line.FirstOrDefault(c => (Results.Count == 0 || Passed(c.Sha, now) == Tri.Yes) && may(c));

    /// <summary>Pipelines for which no commit waits any more since some instant until now, though they passed last.</summary>
    public IReadOnlyList<GonePipeline> EndedByThemselves(Instant now) =>
        [
            .. pipelines
                .Values.Where(p => colours.IsEnded(p, now) && p.Counts?.Status == CiStatus.Passing)
                .Select(p => new GonePipeline
                {
                    Repository = Repository,
                    Pipeline = p.Name,
                    Through = Results.LastOrDefault()?.Id ?? 0,
                    At = now,
                    By = GonePipeline.ByItself,
                }),
        ];

    void Fold(CommitPlaces places)
    {
        var gone = new Queue<GonePipeline>(source.Gone.OrderBy(g => g.Through).ThenBy(g => g.Id));
        foreach (var result in source.Results)
        {
            while (gone.TryPeek(out var next) && next.Through < result.Id)
                Apply(gone.Dequeue());
            if (places.Of(result) is { } place)
                Apply(result, place);
            else
                Ignore(result);
        }
        foreach (var last in gone)
            Apply(last);
    }

    /// <summary>It names no commit of main: there is CI, and no more is known.</summary>
    void Ignore(CiResult result)
    {
        NoteTime(changes, result.At);
        colours.Heard(result, counts: false);
        Note(changes, result.At);
        heardUntil = result.At;
    }

    void Apply(CiResult result, long place)
    {
        NoteTime(changes, result.At);
        var before = pipelines.GetValueOrDefault(result.Pipeline) ?? new PipelineState(Repository, result.Pipeline);
        if (colours.IsEnded(before, result.At))
            before = before with { ExpectedFrom = null };
        pipelines[result.Pipeline] =
            place == CommitPlaces.ToCome ? before.With(result, place, null) : Placed(before, result, place);
        colours.Heard(result, counts: true);
        Note(changes, result.At);
        heardUntil = result.At;
    }

    PipelineState Placed(PipelineState before, CiResult result, long place)
    {
        var index = commits.FindLastIndex(c => c.Place <= place);
        if (index < 0 || commits[index].Place != place)
            commits.Insert(++index, checksOf[result.Commit] = new(place, result.Commit, result.At));
        var checks = commits[index];
        var completes = result.Status is CiStatus.Passing or CiStatus.Failing && !checks.IsComplete(result.Pipeline);
        checks.Note(result);
        var after = before.With(result, place, completes ? result.At - checks.FirstReport : null);
        return after.ExpectedFrom is null && ExpectedPipelines.From(commits, index, result.Pipeline) is { } from
            ? after with
            {
                ExpectedFrom = from,
            }
            : after;
    }

    void Apply(GonePipeline gone)
    {
        NoteTime(changes, gone.At);
        pipelines.Remove(gone.Pipeline);
        foreach (var commit in commits)
            commit.Forget(gone.Pipeline);
        Note(changes, gone.At);
        heardUntil = gone.At;
    }

    /// <summary>What time alone changed until an instant.</summary>
    void NoteTime(List<(Instant At, MainColour Colour)> to, Instant until)
    {
        foreach (var at in colours.TimesOfChange().Where(at => at > heardUntil && at <= until).Order())
            Note(to, at);
    }

    void Note(List<(Instant At, MainColour Colour)> to, Instant at)
    {
        var colour = colours.At(at);
        if (colour != (to.Count == 0 ? MainColour.NotConnected : to[^1].Colour))
            to.Add((at, colour));
    }

    static IEnumerable<CiResult> WithFailures(IReadOnlyList<CiResult> results)
    {
        var failed = results.Where(r => r.FailingTests.Count > 0).Select(r => (r.Pipeline, r.Commit)).ToHashSet();
        return results.Where(r => failed.Contains((r.Pipeline, r.Commit)));
    }
}
