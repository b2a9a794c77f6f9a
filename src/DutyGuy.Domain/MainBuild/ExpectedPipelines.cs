using NodaTime;

namespace DutyGuy.Domain;

/// <summary>
/// Which pipelines a commit waits for: those that told of three commits in a row of those that have a report (of all of
/// them while there are fewer), until three newer commits have waited longer for them than they usually take.
/// </summary>
static class ExpectedPipelines
{
    /// <summary>Commits in a row that make a pipeline expected, and that end it.</summary>
    public const int InARow = 3;

    /// <summary>From which place on commits wait for the pipeline that just told of a commit; null: not yet.</summary>
    /// <param name="commits">Commits with a report, the oldest first.</param>
    /// <param name="index">The one that was told of.</param>
    public static long? From(IReadOnlyList<CommitChecks> commits, int index, string pipeline)
    {
        if (commits.Count < InARow)
            return commits.All(c => c.Has(pipeline)) ? commits[0].Place : null;
        var first = index;
        while (first > 0 && first > index - InARow + 1 && commits[first - 1].Has(pipeline))
            first--;
        var last = index;
        while (last < commits.Count - 1 && last < index + InARow - 1 && commits[last + 1].Has(pipeline))
            last++;
        return last - first + 1 >= InARow ? commits[first].Place : null;
    }

    /// <summary>When commits stop to wait for the pipeline; null while fewer than three newer ones wait.</summary>
    /// <param name="commits">Commits with a report, the oldest first.</param>
    public static Instant? EndsAt(IReadOnlyList<CommitChecks> commits, PipelineState pipeline)
    {
        if (pipeline.ExpectedFrom is null)
            return null;
        var waiting = new List<Instant>();
        for (var i = commits.Count - 1; i >= 0 && commits[i].Place > pipeline.NewestReport; i--)
            waiting.Add(commits[i].FirstReport);
        if (waiting.Count < InARow)
            return null;
        waiting.Sort();
        // "longer than": a moment after its usual time.
        return waiting[InARow - 1] + pipeline.Usual + Duration.Epsilon;
    }
}
