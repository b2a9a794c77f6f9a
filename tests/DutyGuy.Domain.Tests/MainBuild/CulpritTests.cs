using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.MainBuild;

/// <summary>Two repositories with a common past, as after a split: the same hashes in both, at other places.</summary>
public class CulpritTests
{
    static readonly string Good = new('a', 40);
    static readonly string Between = new('b', 40);
    static readonly string Bad = new('c', 40);

    static MainCommit Of(string repository, string sha, long ordinal, string author = "Lea") =>
        Known.Commit(sha, ordinal) with
        {
            Repository = repository,
            Title = $"{repository} {ordinal}",
            AuthorName = author,
            AuthorMail = $"{author}@clinic.example",
        };

    static DutyFacts Red(string repository, params MainCommit[] line) =>
        Known
            .Duty()
            .On(line)
            .With(
                Known.Ci(Good, CiStatus.Passing, Known.At(9), repository),
                Known.Ci(Bad, CiStatus.Failing, Known.At(9, 30), repository)
            );

    [Theory]
    [InlineData("clinic", "Lea")]
    [InlineData("shop", "Mel")]
    public void The_commit_is_one_of_the_repository_that_broke(string repository, string author)
    {
        var culprit = Culprit
            .Of(
                Red(
                    repository,
                    Of("clinic", Bad, 8),
                    Of("clinic", Good, 7),
                    Of("shop", Bad, 108, "Mel"),
                    Of("shop", Good, 107, "Mel")
                )
            )
            .ShouldNotBeNull();
        (culprit.Commit.Repository, culprit.Author).ShouldBe((repository, author.ToLowerInvariant()));
        culprit.Sentence.ShouldContain($", by {author}.");
    }

    [Fact]
    public void The_last_green_one_is_looked_for_there_too()
    {
        // In the other repository, the green commit has a place after the bad one, and before it.
        foreach (var elsewhere in (long[])[2, 900])
        {
            var line = new[]
            {
                Of("clinic", Good, elsewhere),
                Of("shop", Bad, 12),
                Of("shop", Between, 11),
                Of("shop", Good, 10),
            };
            Culprit.Of(Red("shop", line))!.Sentence.ShouldEndWith("One of 2 commits since the last green one.");
        }
    }

    [Fact]
    public void A_commit_that_only_another_repository_has_is_nobodys_fault_yet() =>
        Culprit.Of(Red("shop", Of("clinic", Bad, 2), Of("shop", Good, 1))).ShouldBeNull();
}
