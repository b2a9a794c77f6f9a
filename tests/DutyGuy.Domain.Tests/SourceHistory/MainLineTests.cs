using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.SourceHistory;

public class MainLineTests
{
    static IReadOnlyList<SourceCommit> Commits(IEnumerable<string> shas) =>
        [.. shas.Select(s => new SourceCommit(s, [], "Lea", "lea@clinic.example", Known.At(8), Known.At(8), s))];

    static MainLine Of(IReadOnlyList<MainCommit> kept, params string[] seen) =>
        MainLine.Of("clinic", kept, Commits(seen), Known.At(9));

    [Fact]
    public void New_commits_stand_above_and_rewritten_ones_go()
    {
        MainCommit[] kept = [Known.Commit("b", 2), Known.Commit("a", 1)];
        var line = Of(kept, "d", "c", "a");
        line.Gone.Select(c => c.Sha).ShouldBe(["b"]);
        line.Added.Select(c => (c.Sha, c.Ordinal)).ShouldBe([("c", 3), ("d", 4)]);
    }

    [Fact]
    public void Older_ones_that_are_seen_later_stand_below()
    {
        MainCommit[] kept = [Known.Commit("d", 2), Known.Commit("c", 1)];
        var line = Of(kept, "e", "d", "c", "b", "a");
        line.Gone.ShouldBeEmpty();
        line.Added.Select(c => (c.Sha, c.Ordinal)).ShouldBe([("a", -1), ("b", 0), ("e", 3)]);
    }
}
