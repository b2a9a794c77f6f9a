using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Colour of main, since when, and what broke it.</summary>
/// <param name="Colour">The colour; red wins over all.</param>
/// <param name="Since">Since when it has it; of what cannot be told any more, since the last report. Null while nothing is connected.</param>
/// <param name="Broken">The pipelines that fail.</param>
public sealed record MainState(MainColour Colour, Instant? Since, IReadOnlyList<BrokenPipeline> Broken)
{
    /// <summary>How long a pipeline may say "unknown" before main cannot be told.</summary>
    public static readonly Duration Patience = Duration.FromMinutes(5);

    /// <summary>No pipeline ever spoke.</summary>
    public static readonly MainState NotConnected = new(MainColour.NotConnected, null, []);

    /// <summary>When the colour can next change by time alone.</summary>
    public Instant? NextChange { get; init; }

    /// <summary>Pipelines that were red when they fell silent: whether they still are cannot be told.</summary>
    public IReadOnlyList<SilentPipeline> Silent { get; init; } = [];
}

/// <summary>A pipeline whose newest completed result is red.</summary>
/// <param name="Repository">The repository.</param>
/// <param name="Pipeline">The pipeline; empty when there is one only.</param>
/// <param name="FirstBad">The first result of this run of red.</param>
/// <param name="Newest">The newest red result.</param>
/// <param name="LastGood">Commit of the last green result before; null when never green.</param>
public sealed record BrokenPipeline(
    string Repository,
    string Pipeline,
    CiResult FirstBad,
    CiResult Newest,
    string? LastGood
);

/// <summary>A pipeline that did not pass last and has not been heard of for some commits.</summary>
/// <param name="Repository">The repository.</param>
/// <param name="Pipeline">The pipeline; empty when there is one only.</param>
/// <param name="Commit">The commit of its last result; null when it never had one.</param>
/// <param name="Commits">Commits that it has not told of.</param>
/// <param name="LastReport">When it was last heard.</param>
public sealed record SilentPipeline(string Repository, string Pipeline, string? Commit, int Commits, Instant LastReport)
{
    /// <summary>"e2e was red at 4f3a2b1 and has not been heard of for 3 commits"</summary>
    public string Words
    {
        get
        {
            var name = Pipeline.Length > 0 ? Pipeline : $"CI of {Repository}";
            var was = Commit is { } commit ? $"was red at {CiResult.Short(commit)}" : "never told a result";
            return $"{name} {was} and has not been heard of for {Commits} commits";
        }
    }
}
