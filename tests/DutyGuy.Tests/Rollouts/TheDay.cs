using System.Net;
using DutyGuy.Domain;
using DutyGuy.Tests.Harness;
using NodaTime;

namespace DutyGuy.Tests.Rollouts;

/// <summary>S42, S43, S46: when a rollout is to do, and what uses up the day.</summary>
public class TheDay
{
    [Theory]
    [InlineData("2026-11-23T14:59:59Z", "2026-11-23T15:00:00Z", "")]
    [InlineData("2026-10-26T14:59:59Z", "2026-10-26T15:00:00Z", "the Monday after the clocks went back")]
    [InlineData("2026-03-30T13:59:59Z", "2026-03-30T14:00:00Z", "the Monday after the clocks went forward")]
    [InlineData("2026-10-25T14:59:59Z", "2026-10-25T15:00:00Z", "the day itself")]
    [InlineData("2026-03-29T13:59:59Z", "2026-03-29T14:00:00Z", "the day itself")]
    public async Task S42_one_second_before_four_there_is_no_item_and_at_four_there_is(
        string before,
        string at,
        string which
    )
    {
        await using var world = await RolloutWorld.Start(now: RunningDuty.Time(before));
        (await world.Duty.Board("engineering")).Texts("lines", "rule").ShouldBeEmpty(which);
        (await Shut(world)).ShouldContain("It is 16:00 or later");
        await world.Duty.SetClock(at);
        (await world.Duty.Board("engineering")).Texts("lines", "rule").ShouldBe(["rollout"], which);
        (await world.Duty.Get("rollouts/next")).Yes("canShip").ShouldBeTrue(which);
    }

    [Fact]
    public async Task S43_after_the_rollout_of_the_day_a_second_one_needs_a_reason()
    {
        await using var world = await RolloutWorld.Start();
        var id = (await world.Press()).Number("id");
        await world.Until(id, "watching");
        await world.Duty.Advance("PT20M");
        await world.JudgedByHand(id);
        (await world.Duty.Board("engineering")).Texts("lines", "rule").ShouldBeEmpty();
        (await Shut(world)).ShouldContain("Once a day");
        var second = await world.Press(overrideReason: "The banner is missing");
        second.Text("overrideReason").ShouldBe("The banner is missing");
        (await world.Record(FactKind.GateOverridden)).ShouldHaveSingleItem().ShouldContain("The banner is missing");
    }

    [Fact]
    public async Task A_decline_with_a_reason_uses_up_the_day()
    {
        await using var world = await RolloutWorld.Start();
        var declined = await world.Mel.Post("duties/engineering/rollouts/decline", new { reason = "A fair in town" });
        declined.Text("status").ShouldBe("declined");
        (await world.Duty.Board("engineering")).Texts("lines", "rule").ShouldBeEmpty();
        (await Shut(world)).ShouldContain("Once a day");
        (await world.Record(FactKind.RolloutDeclined)).ShouldBe(["Mel declined today's rollout: A fair in town"]);
    }

    [Fact]
    public async Task Only_who_is_on_duty_declines_and_only_with_a_reason()
    {
        await using var world = await RolloutWorld.Start();
        const string decline = "duties/engineering/rollouts/decline";
        await world.Lea.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, decline, new { reason = "no" });
        await world.Mel.Refused(HttpStatusCode.BadRequest, HttpMethod.Post, decline, new { reason = " " });
    }

    [Fact]
    public async Task A_deploy_that_failed_before_the_switch_does_not_use_up_the_day()
    {
        await using var world = await RolloutWorld.Start(then: "echo no room left; exit 3");
        var id = (await world.Press()).Number("id");
        var failed = await world.Until(id, "failed");
        failed.Texts("log", "text").ShouldContain("no room left");
        (await world.Duty.Board("engineering")).Texts("lines", "rule").ShouldBe(["rollout"]);
        (await world.Record(FactKind.RolloutFailed)).ShouldHaveSingleItem().ShouldContain("exit code 3");
        (await world.Press()).Number("id").ShouldNotBe(id);
    }

    [Fact]
    public async Task A_hot_fix_does_not_use_up_the_day_and_does_not_wait_for_four()
    {
        await using var world = await RolloutWorld.Start(now: Instant.FromUtc(2026, 11, 23, 9, 0));
        await world.Green(RolloutWorld.Middle);
        await world.Until((await world.Press("2222222", kind: "hot fix")).Number("id"), "watching");
        await world.Duty.SetClock("2026-11-23T15:00:00Z");
        (await world.Duty.Board("engineering")).Texts("lines", "rule").ShouldBe(["rollout"]);
    }

    [Fact]
    public async Task One_made_elsewhere_uses_up_the_day()
    {
        await using var world = await RolloutWorld.Start();
        var told = await world.ServesAlready(RolloutWorld.Middle);
        told.Text("status").ShouldBe("watching");
        (await Shut(world)).ShouldContain("Once a day");
        await world.Duty.Advance("PT15M");
        await world.JudgedByHand(told.Number("id"));
        (await world.Duty.Board("engineering")).Texts("lines", "rule").ShouldBeEmpty();
        (await world.Duty.Get($"rollouts/{told.Number("id")}")).Text("status").ShouldBe("done");
    }

    [Fact]
    public async Task S46_the_time_is_a_rule_that_can_ask_for_calm_traffic_instead()
    {
        await using var world = await RolloutWorld.Start(condition: "requests in production < 100");
        await Number(world, 250);
        (await world.Duty.Board("engineering"))
            .Texts("lines", "state")
            .ShouldBe(["cannot tell"], "one figure is no mean");
        await world.Duty.Advance("PT11M");
        await Number(world, 250);
        (await world.Duty.Board("engineering")).Texts("lines", "rule").ShouldBeEmpty();
        await world.Duty.Advance("PT11M");
        await Number(world, 40);
        (await world.Duty.Board("engineering")).Texts("lines", "rule").ShouldBe(["rollout"]);
    }

    [Fact]
    public async Task What_runs_already_is_not_asked_for_and_ships_again_only_as_a_hot_fix_with_a_reason()
    {
        await using var world = await RolloutWorld.Start();
        await world.ServesAlready(RolloutWorld.New);
        await world.Duty.SetClock("2026-11-24T15:30:00Z");
        await world.Mel.Post("duties/engineering/take-over");
        (await world.Duty.Board("engineering")).Texts("lines", "rule").ShouldBeEmpty();
        var next = await world.Duty.Get("rollouts/next");
        (next.Yes("nothingToShip"), next.Yes("canShip")).ShouldBe((true, false));
        (await Shut(world)).ShouldContain("There is something to ship");
        world.Runs.ShouldBeEmpty();
        (await world.Press(overrideReason: "A node was lost")).Text("kind").ShouldBe("hot fix");
    }

    static Task Number(RolloutWorld world, double value) =>
        world.Duty.Post("signals/number", new { name = "requests in production", value });

    /// <summary>The gates that a press finds shut, by name.</summary>
    static async Task<IReadOnlyList<string?>> Shut(RolloutWorld world)
    {
        var problem = await world.Mel.Refused(
            HttpStatusCode.Conflict,
            HttpMethod.Post,
            "duties/engineering/rollouts",
            new { confirm = "3333333" }
        );
        return [.. problem.Items("gates").Where(g => g.Text("state") != "pass").Select(g => g.Text("gate"))];
    }
}
