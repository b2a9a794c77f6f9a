using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Boards;

public class AlarmLineTests
{
    static readonly Rollout Alarmed = Known.Rollout(Known.At(15, 58), RolloutStatus.Watching) with
    {
        SwitchedAt = Known.At(16),
        WatchUntil = Known.At(16, 15),
        Alarm = WatchAdvice.RollBack,
        AlarmSince = Known.At(16, 3),
        AlarmWhy = "GET /search is five times slower.",
    };

    static DutyFacts With(Rollout rollout, Instant? now = null) =>
        Known.Duty(now ?? Known.At(16, 10)) with
        {
            Rollouts = [rollout],
            Errors = [Known.Error(1), Known.Error(2, "production")],
        };

    static WatchState Flat => new(Tri.Yes, [], [], []) { Says = "Errors and response times stay flat." };

    [Fact]
    public void The_alarm_is_the_first_line_and_second_to_red_main_alone()
    {
        var board = BoardOf.Duty(With(Alarmed));
        var first = board.Lines[0];
        (first.Title, first.Rollout, first.Rule, first.Since).ShouldBe(
            ("Roll back 3333333?", 1, "rollout", Known.At(16, 3))
        );
        (board.Alarm!.Rollout, board.Alarm.Advice, board.Alarm.Since, board.Alarm.Why).ShouldBe(
            (1, WatchAdvice.RollBack, Known.At(16, 3), "GET /search is five times slower.")
        );
        var red = BoardOf.Duty(With(Alarmed).With(Known.Ci("a", CiStatus.Failing)));
        red.Lines.Take(2).Select(l => l.Title).ShouldBe(["Troubleshoot CI", "Roll back 3333333?"]);
        red.Lines[1].State.ShouldBe(LineState.Now);
    }

    [Fact]
    public void It_stays_when_the_advice_becomes_better_and_says_so()
    {
        var board = BoardOf.Duty(With(Alarmed) with { Watch = Flat });
        board.Alarm!.Better.ShouldBeTrue();
        board.Alarm.Advised.ShouldContain("measured as before again");
        BoardOf.Duty(With(Alarmed with { Alarm = null }) with { Watch = Flat }).Alarm.ShouldBeNull();
    }

    [Fact]
    public void Advice_that_no_pass_has_kept_yet_is_an_alarm_already()
    {
        var slow = new WatchState(Tri.No, ["Null reference"], [], []) { Says = "New error: Null reference" };
        var alarm = BoardOf.Duty(With(Alarmed with { Alarm = null }) with { Watch = slow }).Alarm!;
        (alarm.Advice, alarm.Why).ShouldBe((WatchAdvice.Look, "New error: Null reference"));
    }

    [Fact]
    public void After_the_watch_the_decision_stays_until_it_is_pressed_also_the_next_day()
    {
        var open = Alarmed with { Status = RolloutStatus.Undecided };
        BoardOf.Duty(With(open, Known.At(9, 30, day: 1))).Lines[0].Title.ShouldBe("Decide: keep or roll back 3333333");
        BoardOf.Duty(With(open with { Status = RolloutStatus.Done, KeptBy = "ann" })).Alarm.ShouldBeNull();
        BoardOf.Duty(With(open with { Status = RolloutStatus.RolledBack })).Alarm.ShouldBeNull();
    }

    [Fact]
    public void A_watch_goes_on_when_the_turn_ends_early_and_whoever_takes_over_sees_it()
    {
        var calm = With(Alarmed with { Alarm = null }) with { Watch = Flat };
        var ended = calm.With(TurnActKind.Ended, "ann", Known.At(16, 5));
        ended.OnDuty.Person.ShouldBeNull();
        BoardOf
            .Duty(ended.With(TurnActKind.TookOver, "lea", Known.At(16, 6)))
            .Lines.ShouldContain(l => l.Title == "Watch 3333333" && l.Rollout == 1);
        var alarmed = With(Alarmed).With(TurnActKind.Ended, "ann", Known.At(16, 5));
        BoardOf.Duty(alarmed).Lines.ShouldBeEmpty("nobody is on duty");
        BoardOf.Duty(alarmed).Alarm.ShouldNotBeNull("the band stays");
    }

    [Fact]
    public void Within_a_rule_the_young_without_an_owner_come_before_those_to_write_up_then_by_users()
    {
        TrackedError Staging(long id, int users, int days) =>
            Known.Error(id) with
            {
                Users = users,
                CreatedAt = Known.At(9, day: -days),
            };
        var facts = Known.Duty() with { Errors = [Staging(1, 900, 5), Staging(2, 3, 0), Staging(3, 40, 0)] };
        BoardOf.Duty(facts).Lines.Select(l => l.Subject).ShouldBe(["3", "2", "1"]);
    }

    [Fact]
    public void Production_that_went_silent_is_a_line_from_the_fifteenth_minute_on_for_a_day()
    {
        DutyFacts Silent(Instant now) =>
            Known.Duty(now) with
            {
                Sources = [new(1, "shop", "production") { LastTimings = Known.At(10, 42) }, new(2, "shop", "staging")],
            };
        BoardOf.Duty(Silent(Known.At(10, 56))).Lines.ShouldBeEmpty();
        var line = BoardOf.Duty(Silent(Known.At(10, 57))).Lines.ShouldHaveSingleItem();
        (line.Title, line.State, line.Rule).ShouldBe(
            ("Cannot see production since 10:42", LineState.CannotTell, "production")
        );
        BoardOf
            .Duty(Silent(Known.At(9, 30, day: 1)))
            .Lines.ShouldHaveSingleItem()
            .Title.ShouldBe("Cannot see production since Monday 10:42");
        BoardOf.Duty(Silent(Known.At(10, 42, day: 1))).Lines.ShouldBeEmpty("it is no source any more");
        DutyPass.Next(Silent(Known.At(10, 50))).ShouldBe(Known.At(10, 57));
    }
}
