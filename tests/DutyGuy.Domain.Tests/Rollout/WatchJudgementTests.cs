using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;
using Shouldly;
using Xunit;
using static DutyGuy.Domain.Tests.Watched;

namespace DutyGuy.Tests.Rollouts;

public class WatchJudgementTests
{
    static readonly ErrorsSeen Silent = new(
        Tri.CannotTell,
        true,
        new SourceSeen(1, "shop", "production"),
        Known.At(9, 12)
    );

    static SourceTraffic Steady(int over, Func<int, double>? mean = null) => Source(over, _ => 40, mean: mean);

    [Fact]
    public void Half_of_the_evidence_is_said_as_half_and_nothing_connected_tells_nothing()
    {
        var seen = Seen(5, Steady(5));
        Says(seen).ShouldBe((Tri.Yes, "Errors and response times stay flat."));
        WatchJudgement.Of(seen).IsWhole.ShouldBeTrue();
        Says(seen with { Errors = ErrorsSeen.NotWatched })
            .ShouldBe((Tri.Yes, "Response times stay flat; errors are not watched, none ever came."));
        Says(seen with { Errors = Silent })
            .ShouldBe(
                (
                    Tri.Yes,
                    "Response times stay flat; errors are not seen, none has come since 09:12 and nothing else from shop."
                )
            );
        Says(seen with { Sources = [] }).ShouldBe((Tri.Yes, "Errors stay flat; response times are not watched."));
        Says(seen with { Sources = [], Errors = Silent })
            .ShouldBe(
                (
                    Tri.CannotTell,
                    "Errors are not seen, none has come since 09:12 and nothing else from shop; response times are not watched."
                )
            );
        Says(seen with { Sources = [], Errors = ErrorsSeen.NotWatched })
            .ShouldBe(
                (
                    Tri.CannotTell,
                    "Nothing is connected that could tell: neither errors nor response times come from production."
                )
            );
        WatchJudgement.Of(seen with { Errors = Silent }).IsWhole.ShouldBeFalse();
    }

    static (Tri, string) Says(WatchEvidence seen) => (WatchJudgement.Of(seen).Health, WatchJudgement.Of(seen).Says);

    [Fact]
    public void Before_the_first_minute_is_over_nothing_is_said_to_be_flat()
    {
        var state = After(0, Steady(0));
        (state.Health, state.Says).ShouldBe((Tri.CannotTell, "The first minute of the watch is not over yet."));
        Says(Seen(0)).Item1.ShouldBe(Tri.CannotTell);
    }

    [Theory]
    [InlineData(ErrorStatus.Open, "New error: Null reference")]
    [InlineData(ErrorStatus.Resolved, "New error: Null reference (resolved since)")]
    [InlineData(ErrorStatus.Ignored, "New error: Null reference (ignored since)")]
    public void A_new_error_stays_a_finding_whatever_became_of_it(ErrorStatus status, string finding)
    {
        var state = WatchJudgement.Of(
            Seen(5, Steady(5)) with
            {
                NewErrors = [new("Null reference", Minute(2) + Duration.FromSeconds(7), status)],
            }
        );
        (state.Health, state.Advice).ShouldBe((Tri.No, WatchAdvice.Look));
        state.Findings.ShouldBe([finding]);
        state.Minutes.ShouldBe([Tri.Yes, Tri.Yes, Tri.No, Tri.Yes, Tri.Yes]);
    }

    [Fact]
    public void After_a_call_every_minute_is_worse_until_the_endpoint_is_measured_better_again()
    {
        WatchCall call = new("GET /0", 3, "mean", WatchAdvice.RollBack, "five times slower");
        WatchState At(int over, int betterFrom) =>
            WatchJudgement.Of(
                Seen(over, Steady(over, m => m >= 0 && m < betterFrom ? 100 : 20)) with
                {
                    Calls = [call],
                }
            );
        var slow = At(15, betterFrom: 99);
        slow.Minutes.ShouldBe([Tri.Yes, Tri.Yes, .. Enumerable.Repeat(Tri.No, 13)]);
        slow.Advice.ShouldBe(WatchAdvice.RollBack);
        var better = At(15, betterFrom: 8);
        better.Minutes.Take(10).Skip(2).ShouldAllBe(m => m == Tri.No);
        better.Minutes.Skip(12).ShouldAllBe(m => m == Tri.Yes);
        (better.Advice, better.Calls[0].Better).ShouldBe((WatchAdvice.Keep, true));
        var tail = Seen(15, Steady(15)) with { Calls = [call with { Metric = "p99" }] };
        WatchJudgement.Of(tail).Advice.ShouldBe(WatchAdvice.RollBack, "totals do not measure a tail");
    }

    [Fact]
    public void Figures_of_another_release_take_the_word_back()
    {
        var state = WatchJudgement.Of(
            Seen(5, Steady(5)) with
            {
                Release = new(Tri.No, "4f3a2b1"),
                NewErrors = [new("Null reference", Minute(1))],
            }
        );
        (state.Health, state.Advice, state.Contradicted).ShouldBe((Tri.CannotTell, null, "4f3a2b1"));
        state.Findings[0].ShouldBe("Figures still come from 4f3a2b1.");
    }

    [Fact]
    public void Errors_are_evidence_only_while_the_project_is_heard()
    {
        var now = Known.At(16);
        SourceSeen Project(Instant? timings, Instant? error, bool polled = false) =>
            new(1, "shop", "production")
            {
                LastTimings = timings,
                LastError = error,
                Polled = polled,
            };
        ErrorsSeen.Of([Project(now, null)], now).Watched.ShouldBeFalse();
        ErrorsSeen.Of([Project(now, Known.At(9))], now).Now.ShouldBe(Tri.Yes, "it sends response times");
        ErrorsSeen.Of([Project(now, Known.At(9), polled: true)], now).Now.ShouldBe(Tri.CannotTell, "it is asked");
        ErrorsSeen.Of([Project(null, Known.At(15, 58))], now).Now.ShouldBe(Tri.Yes);
        ErrorsSeen.Of([Project(null, Known.At(15, 57))], now).Now.ShouldBe(Tri.CannotTell);
        ErrorsSeen.Of([Project(now, Known.At(9)), Project(null, Known.At(15))], now).Now.ShouldBe(Tri.CannotTell);
        ErrorsSeen
            .Of([Project(now, Known.At(9)), Project(null, Known.At(9, day: -3))], now)
            .Now.ShouldBe(Tri.Yes, "one that was not heard for a day is gone");
    }

    [Fact]
    public void More_than_half_of_the_requests_that_carry_a_release_decide_from_the_third_minute_on()
    {
        const string Commit = "c257b2f0c257b2f0c257b2f0c257b2f0c257b2f0";
        FiguresRelease Of(int over, params (int Minute, string Release, double Count)[] told) =>
            FiguresRelease.Of(
                told.Select(t => new ReleaseMinute(t.Minute, t.Release, t.Count)),
                "2026.47",
                Commit,
                over
            );
        Of(2, (0, "old", 50), (1, "old", 50)).Agree.ShouldBe(Tri.CannotTell);
        Of(3, (2, "old", 51), (2, "2026.47", 50), (2, "", 500)).ShouldBe(new(Tri.No, "old"));
        Of(3, (2, "old", 50), (2, "2026.47", 50)).Agree.ShouldBe(Tri.Yes);
        Of(9, (3, "old", 500), (8, "shop@c257b2f", 50)).Agree.ShouldBe(Tri.Yes, "the last minutes count");
        Of(9, (8, "shop@2026.47", 50)).Agree.ShouldBe(Tri.Yes);
        Of(9, (8, "2026.4", 50)).Agree.ShouldBe(Tri.No);
        Of(9, (8, "", 50)).Agree.ShouldBe(Tri.CannotTell);
    }
}
