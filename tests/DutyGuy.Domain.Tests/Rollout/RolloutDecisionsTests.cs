using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Rollouts;

public class RolloutDecisionsTests
{
    static readonly RolloutPress Press = new("ann", "333333", null, RolloutKind.Daily);

    /// <summary>16:30 with a green commit; the question of the checklist is answered.</summary>
    static DutyFacts Ready(Instant? now = null)
    {
        var green = Known.Ci("3333333", CiStatus.Passing);
        MainCommit[] line = [Known.Commit("3333333", 3), Known.Commit("2222222", 2), Known.Commit("1111111", 1)];
        var run = new ChecklistRun
        {
            Id = 1,
            Duty = "engineering",
            Rule = "rollout",
            Checklist = "rollout",
            Version = 1,
            OpenedAt = Known.At(16),
        };
        return Known.Duty(now ?? Known.At(16, 30)).On(line).With(green) with
        {
            Ship = ShipState.Of(Known.Mains([green], line)[0], [], Known.At(16, 30)),
            Runs =
            [
                run.With(
                    new()
                    {
                        Id = "special",
                        State = StepState.Done,
                        Answer = "no",
                        By = "ann",
                    }
                ),
            ],
        };
    }

    static IReadOnlyList<string> Shut(DutyFacts facts, RolloutKind kind = RolloutKind.Daily) =>
        [.. Gates.Of(facts, kind).Where(g => g.State != Tri.Yes).Select(g => g.Name)];

    [Fact]
    public void Everything_open_one_press_of_an_ordinary_engineer_begins_it()
    {
        Shut(Ready()).ShouldBeEmpty();
        var begun = RolloutStart.Press(Ready(), Press).ShouldBeOfType<RolloutStarted.Begins>();
        (begun.Rollout.To, begun.Rollout.StartedBy, begun.Rollout.OverrideReason).ShouldBe(("3333333", "ann", null));
        begun.Decision.Messages.ShouldHaveSingleItem().Kind.ShouldBe(OutboxKind.Announce);
    }

    [Fact]
    public void Pressed_twice_it_is_one_rollout()
    {
        var running = Ready() with { Rollouts = [Known.Rollout(Known.At(16, 20), RolloutStatus.Deploying)] };
        RolloutStart.Press(running, Press).ShouldBeOfType<RolloutStarted.Already>();
    }

    [Fact]
    public void Only_who_is_on_duty_presses_and_only_what_the_page_showed()
    {
        RolloutStart
            .Press(Ready(), Press with { By = "bob" })
            .ShouldBeOfType<RolloutStarted.Refused>()
            .Why.Detail.ShouldBe("Ann is on duty. Take over first.");
        RolloutStart.Press(Ready(), Press with { Confirm = "222222" }).ShouldBeOfType<RolloutStarted.Refused>();
        RolloutStart.Press(Ready(), Press with { Confirm = "333" }).ShouldBeOfType<RolloutStarted.Refused>();
    }

    [Fact]
    public void Each_of_these_shuts_a_gate_and_a_reason_opens_it()
    {
        Shut(Ready(Known.At(15, 59))).ShouldBe(["It is 16:00 or later"]);
        Shut(Ready() with { Errors = [Known.Error(1)] }).ShouldBe(["Every young staging error has an owner"]);
        Shut(Ready() with { Runs = [] }).ShouldHaveSingleItem().ShouldStartWith("Does a change need");
        var hold = new Hold
        {
            Why = "A fair",
            By = "lea",
            At = Known.At(9),
            Until = Known.At(17),
        };
        var held = Ready() with { Holds = [hold] };
        Shut(held).ShouldBe(["Nothing holds it"]);
        Shut(held with { Now = Known.At(17) }).ShouldBeEmpty("it expires by itself");
        Shut(Ready() with { Holds = [hold with { Service = "billing" }] }).ShouldBeEmpty("another service");
        RolloutStart.Press(held, Press).ShouldBeOfType<RolloutStarted.Shut>();
        var passed = RolloutStart.Press(held, Press with { OverrideReason = "It mends the fair" });
        passed
            .ShouldBeOfType<RolloutStarted.Begins>()
            .Decision.Facts.ShouldContain(f => f.Kind == FactKind.GateOverridden);
    }

    [Fact]
    public void A_daily_rollout_that_switched_uses_up_the_day_and_a_hot_fix_or_a_failure_does_not()
    {
        var done = Known.Rollout(Known.At(16), RolloutStatus.Done) with
        {
            SwitchedAt = Known.At(16, 2),
            EndedAt = Known.At(16, 17),
        };
        Shut(Ready() with { Rollouts = [done] }).ShouldBe(["Once a day"]);
        Shut(Ready() with { Rollouts = [done] }, RolloutKind.HotFix).ShouldBeEmpty();
        Shut(Ready() with { Rollouts = [done with { Kind = RolloutKind.HotFix }] }).ShouldBeEmpty();
        Shut(Ready() with { Rollouts = [done with { SwitchedAt = null, Status = RolloutStatus.Failed }] })
            .ShouldBeEmpty();
        Shut(Ready() with { Rollouts = [done with { Status = RolloutStatus.RolledBack }] }).ShouldBe(["Once a day"]);
    }

    [Fact]
    public void What_ships_is_the_newest_green_commit_and_what_runs_is_where_a_roll_back_went()
    {
        MainCommit[] line =
        [
            Known.Commit("4444444", 4),
            Known.Commit("3333333", 3),
            Known.Commit("2222222", 2),
            Known.Commit("1111111", 1),
        ];
        CiResult[] results = [Known.Ci("3333333", CiStatus.Passing), Known.Ci("4444444", CiStatus.Failing)];
        var switched = Known.Rollout(Known.At(16)) with
        {
            To = "2222222",
            SwitchedAt = Known.At(16),
            Status = RolloutStatus.Done,
        };
        var main = Known.Mains(results, line)[0];
        var now = Known.At(16, 30);
        var ship = ShipState.Of(main, [switched], now);
        (ship.Candidate!.Sha, ship.Passing, ship.Running).ShouldBe(("3333333", Tri.Yes, "2222222"));
        ship.Changes!.Select(c => c.Sha).ShouldBe(["3333333"]);
        var back = ShipState.Of(main, [switched with { Status = RolloutStatus.RolledBack }], now);
        back.Running.ShouldBe("1111111");
        back.Changes!.Select(c => c.Sha).ShouldBe(["3333333", "2222222"]);
        ShipState.Of(Known.Mains([], line)[0], [], now).Passing.ShouldBe(Tri.CannotTell);
    }

    [Fact]
    public void Who_started_it_rolls_back_until_the_watch_ends_and_a_hold_stays()
    {
        var watching = Known.Rollout(Known.At(16)) with
        {
            Status = RolloutStatus.Watching,
            SwitchedAt = Known.At(16),
            WatchUntil = Known.At(16, 15),
        };
        var taken = (Ready(Known.At(16, 10)) with { Rollouts = [watching] }).With(
            TurnActKind.TookOver,
            "bob",
            Known.At(16, 5)
        );
        RolloutLife.RollBack(taken, watching, "ann", null).Value.ShouldNotBeNull();
        RolloutLife.RollBack(taken, watching, "lea", null).Refusal!.Kind.ShouldBe(RefusalKind.NotAllowed);
        var done = watching with { Status = RolloutStatus.Done, EndedAt = Known.At(16, 15) };
        RolloutLife.RollBack(taken with { Now = Known.At(16, 20) }, done, "ann", null).Refusal.ShouldNotBeNull();
        var back = RolloutLife.RolledBack(watching with { RolledBackBy = "ann" }, Known.At(16, 12));
        back.Rows.OfType<Hold>().ShouldHaveSingleItem().RolloutId.ShouldBe(1);
    }
}
