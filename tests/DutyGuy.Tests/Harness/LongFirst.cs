using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(DutyGuy.Tests.Harness.LongFirst))]

namespace DutyGuy.Tests.Harness;

/// <summary>What takes minutes begins first, so that no core waits for it at the end.</summary>
public sealed class LongFirst : ITestCollectionOrderer
{
    static readonly string[] Long = ["KillStory", "OldErrors", "AYearOfTurns", "BackupStory", "FindAnOwner"];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(
        IReadOnlyCollection<TTestCollection> testCollections
    )
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(c => Rank(c))];

    static int Rank(ITestCollection collection)
    {
        var rank = Array.FindIndex(
            Long,
            name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal)
        );
        return rank < 0 ? Long.Length : rank;
    }
}
