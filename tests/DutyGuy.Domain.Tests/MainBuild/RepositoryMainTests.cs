using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.MainBuild;

/// <summary>Which commits passed, what they wait for, and which results count at all.</summary>
public class RepositoryMainTests
{
    static readonly Instant Noon = Known.At(12);

    /// <summary>Commits c1, c2 ... of main, the newest first.</summary>
    static IReadOnlyList<MainCommit> Line(int commits, Instant? seenAt = null) =>
        [.. Enumerable.Range(1, commits).Reverse().Select(i => Known.Commit($"c{i}", i, seenAt))];

    static RepositoryMain Of(IReadOnlyList<MainCommit> line, params CiResult[] results) =>
        RepositoryMain.Of(
            new()
            {
                Repository = "clinic",
                Line = line,
                Results = results,
            }
        );

    static CiResult Ci(string commit, CiStatus status, string pipeline = "tests", Instant? at = null) =>
        Known.Ci(commit, status, at ?? Known.At(11), pipeline: pipeline);

    static CiResult[] BothPass(string commit, Instant? at = null) =>
        [Ci(commit, CiStatus.Passing, "tests", at), Ci(commit, CiStatus.Passing, "e2e", at)];

    static string? Candidate(RepositoryMain main, Instant? now = null) => main.Newest(now ?? Noon, _ => true)?.Sha;

    [Theory]
    [InlineData(CiStatus.Running)]
    [InlineData(CiStatus.Cancelled)]
    [InlineData(CiStatus.Unknown)]
    [InlineData(null)]
    public void A_commit_on_which_an_expected_pipeline_has_not_passed_is_no_candidate(CiStatus? said)
    {
        CiResult[] second =
        [
            Ci("c2", CiStatus.Passing),
            .. said is { } word ? [Ci("c2", word, "e2e")] : Array.Empty<CiResult>(),
        ];
        var main = Of(Line(2), [.. BothPass("c1"), .. second]);
        main.Passed("c2", Noon).ShouldBe(Tri.CannotTell);
        Candidate(main).ShouldBe("c1");
        var then = Of(Line(2), [.. BothPass("c1"), .. second, Ci("c2", CiStatus.Passing, "e2e")]);
        Candidate(then).ShouldBe("c2");
    }

    [Fact]
    public void A_pipeline_is_expected_after_three_commits_in_a_row_and_nightly_ones_are_not_waited_for()
    {
        CiResult[] Pass(int commit) => [Ci($"c{commit}", CiStatus.Passing)];
        CiResult[] results = [.. Pass(1), .. Pass(2), .. Pass(3), Ci("c3", CiStatus.Passing, "new"), .. Pass(4)];
        Candidate(Of(Line(8), results)).ShouldBe("c4", "it told of one commit only");
        results =
        [
            .. results,
            Ci("c4", CiStatus.Passing, "new"),
            Ci("c5", CiStatus.Passing, "new"),
            .. Pass(5),
            .. Pass(6),
        ];
        Candidate(Of(Line(8), results)).ShouldBe("c5", "from the third in a row on newer ones wait for it");
    }

    [Fact]
    public void The_order_of_reports_does_not_matter_three_in_a_row_are_three_in_a_row()
    {
        CiResult[] tests = [.. Enumerable.Range(1, 5).Select(i => Ci($"c{i}", CiStatus.Passing))];
        CiResult[] late =
        [
            Ci("c4", CiStatus.Passing, "e2e"),
            Ci("c2", CiStatus.Passing, "e2e"),
            Ci("c3", CiStatus.Passing, "e2e"),
        ];
        Candidate(Of(Line(5), [.. tests, .. late])).ShouldBe("c4");
    }

    [Fact]
    public void One_that_passed_and_falls_silent_ends_when_three_commits_waited_longer_than_it_takes()
    {
        var at = Known.At(9);
        CiResult[] results =
        [
            .. BothPass("c1", at),
            .. Enumerable.Range(2, 3).Select(i => Ci($"c{i}", CiStatus.Passing, "tests", at + Duration.FromMinutes(i))),
        ];
        var main = Of(Line(4), results);
        var ends = at + Duration.FromMinutes(4) + Duration.FromHours(1);
        Candidate(main, ends).ShouldBe("c1");
        main.StateAt(ends).NextChange.ShouldBe(ends + Duration.Epsilon);
        main.EndedByThemselves(ends).ShouldBeEmpty();
        ends += Duration.Epsilon;
        Candidate(main, ends).ShouldBe("c4");
        main.EndedByThemselves(ends).ShouldHaveSingleItem().Pipeline.ShouldBe("e2e");
        main.StateAt(ends).Colour.ShouldBe(MainColour.Passing);
    }

    [Fact]
    public void Its_usual_time_is_waited_for_when_it_is_longer_than_an_hour()
    {
        var at = Known.At(9);
        CiResult[] slow =
        [
            Ci("c1", CiStatus.Running, "e2e", at),
            Ci("c1", CiStatus.Passing, "e2e", at + Duration.FromHours(3)),
        ];
        CiResult[] results =
        [
            Ci("c1", CiStatus.Passing, "tests", at),
            .. slow,
            .. Enumerable.Range(2, 3).Select(i => Ci($"c{i}", CiStatus.Passing, "tests", at + Duration.FromHours(3))),
        ];
        var main = Of(Line(4), results);
        Candidate(main, at + Duration.FromHours(6)).ShouldBe("c1");
        Candidate(main, at + Duration.FromHours(6) + Duration.Epsilon).ShouldBe("c4");
    }

    [Fact]
    public void One_that_was_red_and_falls_silent_cannot_be_told_until_it_reports_or_is_gone()
    {
        var at = Known.At(8);
        CiResult[] results =
        [
            Ci("c1", CiStatus.Passing, "tests", at),
            Ci("c1", CiStatus.Failing, "e2e", at),
            .. Enumerable.Range(2, 3).Select(i => Ci($"c{i}", CiStatus.Passing, "tests", at)),
        ];
        var source = new MainSource
        {
            Repository = "clinic",
            Line = Line(4),
            Results = results,
        };
        var main = RepositoryMain.Of(source);
        main.StateAt(at + Duration.FromHours(1)).Colour.ShouldBe(MainColour.Failing);
        var state = main.StateAt(Noon);
        state.Colour.ShouldBe(MainColour.Unknown);
        state.Silent.ShouldHaveSingleItem().Words.ShouldBe("e2e was red at c1 and has not been heard of for 3 commits");
        Candidate(main).ShouldBeNull("a red that fell silent is not over");
        main.EndedByThemselves(Noon).ShouldBeEmpty();
        var gone = new GonePipeline
        {
            Id = 1,
            Repository = "clinic",
            Pipeline = "e2e",
            Through = results[^1].Id,
            At = Noon,
            By = "ann",
        };
        var pressed = RepositoryMain.Of(source with { Gone = [gone] });
        (pressed.StateAt(Noon).Colour, Candidate(pressed)).ShouldBe((MainColour.Passing, "c4"));
        var heard = Of(Line(4), [.. results, Ci("c4", CiStatus.Passing, "e2e", Noon)]);
        (heard.StateAt(Noon).Colour, Candidate(heard)).ShouldBe((MainColour.Passing, "c4"));
    }

    [Fact]
    public void A_red_that_was_never_expected_stays_red_until_it_passes_or_is_gone()
    {
        CiResult[] tests = [.. Enumerable.Range(1, 9).Select(i => Ci($"c{i}", CiStatus.Passing, "tests", Known.At(8)))];
        CiResult[] results = [.. tests[..4], Ci("c4", CiStatus.Failing, "nightly", Known.At(8)), .. tests[4..]];
        var main = Of(Line(9), results);
        main.StateAt(Known.At(8, day: 30)).Colour.ShouldBe(MainColour.Failing);
        Of(Line(9), [.. results, Ci("c9", CiStatus.Passing, "nightly")])
            .StateAt(Noon)
            .Colour.ShouldBe(MainColour.Passing);
    }

    [Fact]
    public void Where_every_pipeline_fell_silent_main_cannot_be_told_since_the_last_report()
    {
        var last = Known.At(9);
        var seen = Known.At(9, 30);
        MainCommit[] line = [.. Line(4, seen).Take(3), .. Line(1)];
        var main = Of(line, Ci("c1", CiStatus.Passing, "tests", last));
        var until = seen + Duration.FromHours(1);
        main.StateAt(until).Colour.ShouldBe(MainColour.Passing);
        var dead = main.StateAt(until + Duration.Epsilon);
        (dead.Colour, dead.Since).ShouldBe((MainColour.Unknown, last));
        Candidate(main).ShouldBe("c1", "what passed has passed");
        var two = Of([.. Line(3, seen).Take(2), .. Line(1)], Ci("c1", CiStatus.Passing, "tests", last));
        two.StateAt(Known.At(12, day: 3)).Colour.ShouldBe(MainColour.Passing, "two may be about documents");
    }

    [Fact]
    public void Required_pipelines_replace_all_this_and_never_end()
    {
        CiResult[] results = [.. BothPass("c1"), .. Enumerable.Range(2, 5).Select(i => Ci($"c{i}", CiStatus.Passing))];
        var required = RepositoryMain.Of(
            new()
            {
                Repository = "clinic",
                Line = Line(6),
                Results = results,
                Required = ["e2e"],
            }
        );
        Candidate(required, Known.At(12, day: 30)).ShouldBe("c1");
        required.Passed("c6", Known.At(12, day: 30)).ShouldBe(Tri.CannotTell);
        var never = RepositoryMain.Of(
            new()
            {
                Repository = "clinic",
                Line = Line(6),
                Results = results,
                Required = ["tests", "review"],
            }
        );
        (Candidate(never), never.StateAt(Noon).Colour).ShouldBe((null, MainColour.Running));
    }

    [Fact]
    public void A_hash_that_main_does_not_have_counts_as_red_until_the_fetch_and_never_as_green()
    {
        var failing = Ci("stranger", CiStatus.Failing);
        var source = new MainSource
        {
            Repository = "clinic",
            Line = Line(2),
            Results = [.. BothPass("c2"), failing],
        };
        RepositoryMain.Of(source).StateAt(Noon).Colour.ShouldBe(MainColour.Failing);
        var fetched = RepositoryMain.Of(source with { FetchedThrough = failing.Id });
        fetched.StateAt(Noon).Colour.ShouldBe(MainColour.Passing);
        var red = Ci("c2", CiStatus.Failing);
        var hidden = RepositoryMain.Of(source with { Results = [red, Ci("stranger", CiStatus.Passing)] });
        hidden.StateAt(Noon).Colour.ShouldBe(MainColour.Failing, "what is not of main hides no red");
        var only = RepositoryMain.Of(source with { Results = [failing], FetchedThrough = failing.Id });
        only.StateAt(Noon).Colour.ShouldBe(MainColour.Unknown, "results came, and none of main");
    }

    [Fact]
    public void A_red_stays_red_whatever_comes_of_older_commits_later()
    {
        var red = Ci("c3", CiStatus.Failing);
        CiResult[] late = [.. Enumerable.Range(0, 1500).Select(i => Ci($"c{1 + (i % 2)}", CiStatus.Passing))];
        var main = Of(Line(3), [Ci("c1", CiStatus.Passing), red, .. late]);
        main.StateAt(Noon).Colour.ShouldBe(MainColour.Failing);
        main.Passed("c3", Noon).ShouldBe(Tri.No);
        Candidate(main).ShouldBe("c2");
    }
}
