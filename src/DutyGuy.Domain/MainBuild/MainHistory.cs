using NodaTime;

namespace DutyGuy.Domain;

/// <summary>How main fared: each change of its colour in order, and its state now.</summary>
/// <param name="Changes">Each instant at which the colour changed, with the new colour.</param>
/// <param name="Now">The state at the end.</param>
public sealed record MainHistory(IReadOnlyList<(Instant At, MainColour Colour)> Changes, MainState Now)
{
    /// <summary>The repositories that were heard of.</summary>
    public IReadOnlyList<string> Repositories { get; init; } = [];

    /// <summary>Folds the results in order of arrival.</summary>
    public static MainHistory Of(
        IReadOnlyList<CiResult> results,
        IReadOnlyDictionary<string, long> ordinals,
        Instant now
    )
    {
        var pipelines = new Dictionary<(string, string), PipelineState>();
        var changes = new List<(Instant At, MainColour Colour)>();
        foreach (var result in results)
        {
            if (result.Status is CiStatus.Running or CiStatus.Cancelled && pipelines.Count == 0)
                continue;
            NotePatience(changes, pipelines.Values, result.At);
            var key = (result.Repository, result.Pipeline);
            pipelines[key] = (pipelines.GetValueOrDefault(key) ?? PipelineState.Unheard).With(
                result,
                Place(ordinals, result)
            );
            Note(changes, Colour(pipelines.Values, result.At), result.At);
        }
        NotePatience(changes, pipelines.Values, now);
        return new(changes, StateOf(pipelines.Values, changes, now))
        {
            Repositories = [.. pipelines.Keys.Select(p => p.Item1).Distinct(StringComparer.Ordinal)],
        };
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

    static long Place(IReadOnlyDictionary<string, long> ordinals, CiResult result) =>
        ordinals.TryGetValue(result.Commit, out var place) ? place : long.MaxValue / 2 + result.Id;

    static MainColour Colour(IEnumerable<PipelineState> pipelines, Instant now)
    {
        var colour = MainColour.Passing;
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
