using CsCheck;
using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.MainBuild;

public class MainHistoryTests
{
    static MainHistory Of(params CiResult[] results) => Known.History(results, [], Known.At(12));

    static MainColour Colour(params CiResult[] results) => Of(results).Now.Colour;

    [Fact]
    public void Nothing_heard_is_not_connected_and_running_alone_connects_nothing() =>
        Colour(Known.Ci("a", CiStatus.Running)).ShouldBe(MainColour.NotConnected);

    [Fact]
    public void Main_is_never_green_before_a_result_is_complete()
    {
        var unknown = Known.Ci("a", CiStatus.Unknown, Known.At(11, 58));
        Colour(unknown).ShouldBe(MainColour.Running);
        Known.History([unknown], [], Known.At(12, 3)).Now.Colour.ShouldBe(MainColour.Unknown);
    }

    [Theory]
    [InlineData(CiStatus.Running)]
    [InlineData(CiStatus.Cancelled)]
    [InlineData(CiStatus.Unknown)]
    public void Only_a_completed_result_ends_red(CiStatus status) =>
        Colour(Known.Ci("a", CiStatus.Failing), Known.Ci("b", status)).ShouldBe(MainColour.Failing);

    [Fact]
    public void Unknown_for_five_minutes_cannot_be_told_and_a_result_ends_it()
    {
        var since = Known.At(11, 50);
        CiResult[] results = [Known.Ci("a", CiStatus.Passing, Known.At(11)), Known.Ci("b", CiStatus.Unknown, since)];
        var patience = since + MainState.Patience;
        Known.History(results, [], patience - Duration.Epsilon).Now.Colour.ShouldBe(MainColour.Passing);
        Known.History(results, [], patience - Duration.Epsilon).Now.NextChange.ShouldBe(patience);
        var then = Known.History(results, [], patience).Now;
        (then.Colour, then.Since).ShouldBe((MainColour.Unknown, patience));
        Colour([.. results, Known.Ci("b", CiStatus.Passing, Known.At(11, 58))]).ShouldBe(MainColour.Passing);
    }

    [Fact]
    public void One_failing_pipeline_of_any_repository_is_red_and_only_that_repository_failed()
    {
        var history = Of(
            Known.Ci("a", CiStatus.Passing, repository: "web"),
            Known.Ci("b", CiStatus.Passing, pipeline: "lint"),
            Known.Ci("b", CiStatus.Failing, pipeline: "tests")
        );
        history.Now.Colour.ShouldBe(MainColour.Failing);
        history.Failed[history.Now.Since!.Value].ShouldBe(["clinic"]);
        history.Now.Broken.ShouldHaveSingleItem().Pipeline.ShouldBe("tests");
    }

    [Fact]
    public void A_late_result_of_a_commit_that_main_knows_as_older_changes_nothing()
    {
        MainCommit[] line = [Known.Commit("new", 2), Known.Commit("old", 1)];
        CiResult[] results = [Known.Ci("new", CiStatus.Passing), Known.Ci("old", CiStatus.Failing)];
        Known.History(results, line, Known.At(12)).Now.Colour.ShouldBe(MainColour.Passing);
    }

    [Fact]
    public void A_late_result_of_an_older_commit_changes_nothing_whatever_came_before()
    {
        var status = Pick.Of(CiStatus.Failing, CiStatus.Passing, CiStatus.Running, CiStatus.Cancelled);
        var result = Gen.Select(Gen.Int[1, 5], status);
        Gen.Select(result.List[1, 12], Pick.Of(CiStatus.Failing, CiStatus.Passing))
            .Sample(
                (history, late) =>
                {
                    MainCommit[] line = [.. Enumerable.Range(0, 6).Select(i => Known.Commit($"c{i}", i))];
                    CiResult[] known =
                    [
                        .. history.Select(r => Known.Ci($"c{r.Item1}", r.Item2)),
                        Known.Ci("c5", CiStatus.Passing),
                    ];
                    var before = Known.History(known, line, Known.At(12));
                    var after = Known.History([.. known, Known.Ci("c0", late)], line, Known.At(12));
                    after.Now.Colour.ShouldBe(before.Now.Colour);
                    after.Changes.ShouldBe(before.Changes);
                },
                iter: 500
            );
    }

    [Fact]
    public void Two_changes_of_colour_never_follow_with_the_same_colour()
    {
        var result = Gen.Select(Gen.Int[1, 4], Pick.Of(Enum.GetValues<CiStatus>()), Gen.Int[0, 9], Pick.Of("", "lint"));
        result
            .List[0, 20]
            .Sample(
                history =>
                {
                    var at = Known.At(9);
                    CiResult[] results =
                    [
                        .. history.Select(r =>
                            Known.Ci($"c{r.Item1}", r.Item2, at += Duration.FromMinutes(r.Item3), pipeline: r.Item4)
                        ),
                    ];
                    var changes = Known.History(results, [], at).Changes;
                    changes.Zip(changes.Skip(1)).ShouldAllBe(p => p.First.Colour != p.Second.Colour);
                    changes.Zip(changes.Skip(1)).ShouldAllBe(p => p.First.At <= p.Second.At);
                },
                iter: 500
            );
    }
}
