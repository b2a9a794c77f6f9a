namespace DutyGuy.Domain;

/// <summary>What git and CI told of the main branch of one repository.</summary>
public sealed record MainSource
{
    /// <summary>The repository.</summary>
    public required string Repository { get; init; }

    /// <summary>Its main line as far as it is kept, newest first; empty while the repository is not connected.</summary>
    public IReadOnlyList<MainCommit> Line { get; init; } = [];

    /// <summary>Results on its main branch, in order of arrival.</summary>
    public IReadOnlyList<CiResult> Results { get; init; } = [];

    /// <summary>The only pipelines that a commit waits for; null or empty: those that report as a rule.</summary>
    public IReadOnlyList<string>? Required { get; init; }

    /// <summary>Number of the newest result that came before the last fetch: what later ones name may still come.</summary>
    public long FetchedThrough { get; init; }

    /// <summary>Pipelines that somebody said are gone.</summary>
    public IReadOnlyList<GonePipeline> Gone { get; init; } = [];

    /// <summary>One for each repository that the results and the line name.</summary>
    public static IReadOnlyList<MainSource> Of(IReadOnlyList<CiResult> results, IReadOnlyList<MainCommit> line)
    {
        var (byResults, byLine) = (results.ToLookup(r => r.Repository), line.ToLookup(c => c.Repository));
        return
        [
            .. byResults
                .Select(r => r.Key)
                .Union(byLine.Select(c => c.Key), StringComparer.Ordinal)
                .Select(id => new MainSource
                {
                    Repository = id,
                    Results = [.. byResults[id]],
                    Line = [.. byLine[id]],
                }),
        ];
    }
}
