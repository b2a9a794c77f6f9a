using System.Collections.Frozen;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>Tests that both failed and passed on one commit within 90 days.</summary>
public static class FlakyTests
{
    static readonly Duration Memory = Duration.FromDays(90);

    /// <summary>Their names.</summary>
    public static IReadOnlySet<string> Of(IReadOnlyList<CiResult> results, Instant now) =>
        results
            .Where(r => now - r.At <= Memory && r.Status is (CiStatus.Failing or CiStatus.Passing))
            .GroupBy(r => (r.Repository, r.Pipeline, r.Commit))
            .Where(commit => commit.Any(r => r.Status == CiStatus.Passing))
            .SelectMany(commit => commit.SelectMany(r => r.FailingTests))
            .ToFrozenSet(StringComparer.Ordinal);
}
