using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What the pipelines told of one commit of main.</summary>
/// <param name="Place">Its place on main.</param>
/// <param name="Commit">Its hash.</param>
/// <param name="FirstReport">When the first pipeline told of it.</param>
sealed record CommitChecks(long Place, string Commit, Instant FirstReport)
{
    readonly Dictionary<string, CiStatus?> reports = new(StringComparer.Ordinal);

    /// <summary>Keeps a report; one that is not complete does not take a completed one back.</summary>
    public void Note(CiResult result)
    {
        if (result.Status is CiStatus.Passing or CiStatus.Failing)
            reports[result.Pipeline] = result.Status;
        else
            reports.TryAdd(result.Pipeline, null);
    }

    /// <summary>Whether the pipeline told anything of this commit.</summary>
    public bool Has(string pipeline) => reports.ContainsKey(pipeline);

    /// <summary>Whether the pipeline told how it ended for this commit.</summary>
    public bool IsComplete(string pipeline) => reports.GetValueOrDefault(pipeline) is not null;

    /// <summary>The pipeline is gone: what it did not pass counts no more.</summary>
    public void Forget(string pipeline)
    {
        if (reports.GetValueOrDefault(pipeline) != CiStatus.Passing)
            reports.Remove(pipeline);
    }

    /// <summary>Yes: one passed, none failed, and every one that is waited for passed. No: one failed.</summary>
    public Tri Passed(IEnumerable<string> expected) =>
        reports.ContainsValue(CiStatus.Failing) ? Tri.No
        : reports.ContainsValue(CiStatus.Passing) && expected.All(p => reports.GetValueOrDefault(p) == CiStatus.Passing)
            ? Tri.Yes
        : Tri.CannotTell;
}
