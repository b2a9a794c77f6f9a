using System.Collections.Frozen;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>How main fared: each change of its colour in order, and its state now.</summary>
/// <param name="Changes">Each instant at which the colour changed, with the new colour.</param>
/// <param name="Now">The state at the end.</param>
public sealed record MainHistory(IReadOnlyList<(Instant At, MainColour Colour)> Changes, MainState Now)
{
    /// <summary>Repositories that failed during a red, by the instant at which it began.</summary>
    public IReadOnlyDictionary<Instant, IReadOnlySet<string>> Failed { get; init; } =
        FrozenDictionary<Instant, IReadOnlySet<string>>.Empty;

    /// <summary>Folds the results in order of arrival.</summary>
    /// <param name="results">Results of the duty's repositories on their main branch, in order of arrival.</param>
    /// <param name="line">The newest commits of their main lines.</param>
    /// <param name="now">The instant for which it is asked.</param>
    public static MainHistory Of(IReadOnlyList<CiResult> results, IReadOnlyList<MainCommit> line, Instant now)
    {
        var places = new CommitPlaces(line);
        var failed = new Dictionary<Instant, IReadOnlySet<string>>();
        var pipelines = new Dictionary<(string, string), PipelineState>();
        var changes = new List<(Instant At, MainColour Colour)>();
        foreach (var result in results)
        {
            var place = places.Of(result);
            if (result.Status is CiStatus.Running or CiStatus.Cancelled && pipelines.Count == 0)
                continue;
            NotePatience(changes, pipelines.Values, result.At);
            var key = (result.Repository, result.Pipeline);
            pipelines[key] = (pipelines.GetValueOrDefault(key) ?? PipelineState.Unheard).With(result, place);
            Note(changes, Colour(pipelines.Values, result.At), result.At);
            NoteFailed(failed, changes[^1], pipelines.Values);
        }
        NotePatience(changes, pipelines.Values, now);
        return new(changes, StateOf(pipelines.Values, changes, now)) { Failed = failed };
    }

    static MainState StateOf(
        IReadOnlyCollection<PipelineState> pipelines,
        List<(Instant At, MainColour Colour)> changes,
        Instant now
    ) =>
        changes.Count == 0
            ? MainState.NotConnected
            : new(changes[^1].Colour, changes[^1].At, [.. pipelines.Select(p => p.Broken).OfType<BrokenPipeline>()])
            {
                NextChange = PatienceEnds(pipelines).Where(at => at > now).Cast<Instant?>().Min(),
            };

    static MainColour Colour(IReadOnlyCollection<PipelineState> pipelines, Instant now)
    {
        // Never green by default: until the first result is complete, one is on its way.
        var colour = pipelines.All(p => p.Counts is null) ? MainColour.Running : MainColour.Passing;
        foreach (var pipeline in pipelines)
        {
            if (pipeline.Broken is not null)
                return MainColour.Failing;
            if (pipeline.UnknownSince + MainState.Patience <= now)
                colour = MainColour.Unknown;
        }
        return colour;
    }

    static void Note(List<(Instant At, MainColour Colour)> changes, MainColour colour, Instant at)
    {
        if (changes.Count == 0 || changes[^1].Colour != colour)
            changes.Add((at, colour));
    }

    static void NoteFailed(
        Dictionary<Instant, IReadOnlySet<string>> failed,
        (Instant At, MainColour Colour) last,
        IEnumerable<PipelineState> pipelines
    )
    {
        if (last.Colour != MainColour.Failing)
            return;
        var broken = pipelines.Select(p => p.Broken?.Repository).OfType<string>();
        failed[last.At] = failed.GetValueOrDefault(last.At, FrozenSet<string>.Empty).Concat(broken).ToHashSet();
    }

    /// <summary>Between two results the patience with an unknown pipeline may have run out.</summary>
    static void NotePatience(
        List<(Instant At, MainColour Colour)> changes,
        IReadOnlyCollection<PipelineState> pipelines,
        Instant until
    )
    {
        foreach (var at in PatienceEnds(pipelines).Where(at => at <= until).Order())
            Note(changes, Colour(pipelines, at), at);
    }

    static IEnumerable<Instant> PatienceEnds(IEnumerable<PipelineState> pipelines) =>
        pipelines.Select(p => p.UnknownSince + MainState.Patience).OfType<Instant>();
}
