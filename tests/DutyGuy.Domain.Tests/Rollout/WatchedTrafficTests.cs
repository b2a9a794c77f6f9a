using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;
using Shouldly;
using Xunit;
using static DutyGuy.Domain.Tests.Watched;

namespace DutyGuy.Tests.Rollouts;

public class WatchedTrafficTests
{
    static readonly int[] Whole = [.. Enumerable.Range(1, 15)];

    static string States(Func<int, WatchState> after) =>
        string.Concat(
            Whole.Select(over =>
                after(over).Health switch
                {
                    Tri.Yes => '+',
                    Tri.No => '-',
                    _ => '?',
                }
            )
        );

    /// <summary>Eight endpoints with ten requests a minute, three each in the first minute, then nothing.</summary>
    static SourceTraffic Vanishes(int over, bool polled) =>
        Source(
            over,
            m =>
                m < 0 ? 10
                : m == 0 ? 3
                : polled ? 0
                : null,
            endpoints: 8,
            polled: polled
        );

    [Fact]
    public void Requests_that_stop_are_worse_while_they_are_heard_of_and_cannot_be_told_after_three_silent_minutes()
    {
        States(over => After(over, Vanishes(over, polled: false))).ShouldBe("??-????????????");
        States(over => After(over, Vanishes(over, polled: true))).ShouldBe("??-------------");
        var look = After(3, Vanishes(3, polled: false));
        (look.Advice, look.Says).ShouldBe(
            (WatchAdvice.Look, "Far fewer requests: 24 requests of shop in 3 minutes, 240 expected.")
        );
        var silent = After(4, Vanishes(4, polled: false));
        (silent.Advice, silent.Says).ShouldBe(
            (null, "Nothing has come from shop since 16:01. Errors stay flat, which is half of it.")
        );
    }

    [Fact]
    public void A_third_of_what_is_expected_is_enough_and_less_is_not_counted_over_five_minutes()
    {
        States(over => After(over, Source(over, m => m < 8 ? 30 : 10))).ShouldBe("+++++++++++++++");
        States(over => After(over, Source(over, m => m < 8 ? 30 : 9))).ShouldBe("++++++++????---");
        States(over => After(over, Source(over, m => m is >= 8 and < 10 ? 1 : 30))).ShouldBe("++++++++??+++++");
    }

    [Fact]
    public void What_the_same_hours_of_the_days_before_say_is_expected_and_growth_is_not()
    {
        SourceTraffic Evening(int over, double days) =>
            Source(over, m => m < 0 ? 100 : 25, daysBefore: 12_000, daysAfter: days);
        After(15, Evening(15, 15 * 100)).Health.ShouldBe(Tri.No, "the days before stayed as they were");
        After(15, Evening(15, 15 * 25)).Health.ShouldBe(Tri.Yes, "every day falls at this hour");
        After(15, Source(15, _ => 30, daysBefore: 12_000, daysAfter: 15 * 1000)).Health.ShouldBe(Tri.Yes);
        After(15, Evening(15, 0)).Health.ShouldBe(Tri.No, "a day on which nothing was seen says nothing");
    }

    [Fact]
    public void A_source_that_is_as_quiet_every_now_and_then_cannot_be_told_to_have_fallen()
    {
        SourceTraffic Bursts(int over) => Source(over, m => m < 0 && (m + 120) % 20 < 2 ? 300 : 0.1);
        var state = After(15, Bursts(15));
        state.Health.ShouldBe(Tri.CannotTell);
        state.Says.ShouldContain("It is that quiet now and then.");
    }

    [Fact]
    public void Fewer_than_twenty_expected_requests_are_too_little_to_judge_however_many_come()
    {
        var little = After(15, Source(15, _ => 1.3));
        (little.Health, little.Advice).ShouldBe((Tri.CannotTell, null));
        little.Says.ShouldStartWith("Too little traffic to judge: 20 requests expected in the whole watch.");
        After(15, Source(15, _ => 1.4)).Health.ShouldBe(Tri.Yes);
        After(15, Source(15, m => m < 0 ? null : 100)).Health.ShouldBe(Tri.CannotTell, "nobody was there before");
    }

    [Fact]
    public void One_endpoint_that_falls_silent_is_named_when_fifty_are_expected_in_five_minutes()
    {
        SourceTraffic Silent(int over, double requests) =>
            Source(over, _ => requests, endpoints: 6, share: (e, m) => e == 2 && m >= 4 ? 0 : 1);
        var state = After(9, Silent(9, 10));
        (state.Health, state.Advice).ShouldBe((Tri.No, WatchAdvice.Look));
        state.Findings.ShouldBe(["GET /2 fell silent: 0 requests in 5 minutes, 50 expected"]);
        state.Calls.ShouldHaveSingleItem().Minute.ShouldBe(8, "when only one of five minutes had requests");
        After(9, Silent(9, 9)).Health.ShouldBe(Tri.Yes);
    }

    [Fact]
    public void Figures_that_usually_come_late_are_waited_for_and_then_cannot_be_told()
    {
        SourceTraffic Late(int over, int told, int delay) => Source(over, m => m < told ? 40 : null, delay: delay);
        After(9, Late(9, told: 5, delay: 4)).Health.ShouldBe(Tri.Yes, "four minutes late as ever");
        After(9, Late(9, told: 5, delay: 0)).Health.ShouldBe(Tri.CannotTell);
        After(12, Late(12, told: 5, delay: 4)).Says.ShouldStartWith("Nothing has come from shop since 16:05.");
        After(3, Late(3, told: 0, delay: 4)).Says.ShouldStartWith("shop has told nothing since the switch-over yet.");
    }

    [Fact]
    public void A_second_source_that_is_not_heard_hides_the_health_of_production()
    {
        var web = Source(8, _ => 40, name: "web");
        After(8, web, Source(8, m => m < 2 ? 40 : null, name: "api"))
            .Says.ShouldStartWith("Nothing has come from api since 16:02.");
        After(8, web, Source(8, m => m < 2 ? 40 : 0, polled: true, name: "api")).Health.ShouldBe(Tri.No);
    }

    [Fact]
    public void Minutes_that_were_not_heard_make_a_watch_that_cannot_tell_at_its_end()
    {
        SourceTraffic Gap(int over, int missing) =>
            Source(over, m => m >= 2 && m < 2 + missing ? null : 40, polled: true);
        After(15, Gap(15, 3)).Health.ShouldBe(Tri.Yes);
        var gap = After(15, Gap(15, 4));
        gap.Health.ShouldBe(Tri.CannotTell);
        gap.Says.ShouldStartWith("shop was not heard in 4 minutes of 15.");
    }

    [Fact]
    public void A_pushed_minute_without_requests_is_zero_for_two_minutes_more_and_then_missing()
    {
        var source = Source(9, m => m < 3 ? 40 : null, signs: [7]);
        Enumerable
            .Range(2, 7)
            .Select(source.At)
            .ShouldBe([Heard.Requests, Heard.Zero, Heard.Zero, Heard.Missing, Heard.Missing, Heard.Zero, Heard.Zero]);
        var polled = Source(
            5,
            m =>
                m < 3 ? 40
                : m == 3 ? 0
                : null,
            polled: true
        );
        (polled.At(3), polled.At(4)).ShouldBe((Heard.Zero, Heard.Missing));
    }
}
