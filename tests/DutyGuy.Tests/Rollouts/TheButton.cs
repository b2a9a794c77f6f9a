using System.Net;
using DutyGuy.Domain;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Rollouts;

/// <summary>S7, S45, S48: one confirmed press by who is on duty deploys once, whatever happens to the press.</summary>
public class TheButton
{
    const string Rollouts = "duties/engineering/rollouts";

    [Theory, OnBothDatabases]
    public async Task S45_pressed_at_once_from_many_sides_the_command_runs_once(DatabaseKind database)
    {
        await using var world = await RolloutWorld.Start(database, then: "read x < gate");
        var presses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.Press()));
        presses.Select(p => p.Number("id")).Distinct().Count().ShouldBe(1);
        await world.Until(presses[0].Number("id"), "deploying");
        (await world.Press()).Number("id").ShouldBe(presses[0].Number("id"));
        world.OpenGate();
        await world.Until(presses[0].Number("id"), "watching");
        world.Runs.ShouldBe([$"run {RolloutWorld.New}"]);
        (await world.Duty.Get("rollouts")).Number("total").ShouldBe(1);
    }

    [Fact]
    public async Task S45_the_effect_is_in_the_outbox_under_its_key_before_the_command_ends()
    {
        await using var world = await RolloutWorld.Start(then: "read x < gate");
        var id = (await world.Press()).Number("id");
        await world.Until(id, "deploying");
        (await world.Duty.Outbox()).Select(m => m.Text("key")).ShouldContain($"deploy({id})");
        world.OpenGate();
        await world.Until(id, "watching");
    }

    [Theory, OnBothDatabases]
    public async Task S7_who_is_not_on_duty_is_told_to_take_over_first(DatabaseKind database)
    {
        await using var world = await RolloutWorld.Start(database);
        var problem = await world.Lea.Refused(
            HttpStatusCode.Forbidden,
            HttpMethod.Post,
            Rollouts,
            new { confirm = "3333333" }
        );
        problem.Text("detail").ShouldBe("Mel is on duty. Take over first.");
        world.Runs.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task S7_somebody_who_joined_today_and_took_over_rolls_out(DatabaseKind database)
    {
        await using var world = await RolloutWorld.Start(database);
        var joiner = await world.Duty.As("noa");
        await joiner.Post("duties/engineering/take-over");
        var rollout = await joiner.Post(Rollouts, new { confirm = "3333333" });
        rollout.Text("startedBy").ShouldBe("noa");
        await world.Until(rollout.Number("id"), "watching");
    }

    [Fact]
    public async Task S48_an_ordinary_engineer_alone_brings_a_rollout_to_its_end()
    {
        await using var world = await RolloutWorld.Start();
        var id = (await world.Press()).Number("id");
        await world.Until(id, "watching");
        await world.Duty.Advance("PT15M");
        await world.JudgedByHand(id);
        var done = await world.Duty.Get($"rollouts/{id}");
        done.Text("status").ShouldBe("done");
        done.Texts("log", "text").ShouldBe([$"deploying {RolloutWorld.New}", "switched"]);
        done.Texts("gates", "state").ShouldAllBe(state => state == "pass");
        (await world.Record(FactKind.RolloutSwitched)).ShouldBe(["Production serves 3333333."]);
    }

    [Fact]
    public async Task S44_the_item_opens_the_checklist_and_each_step_has_who_and_when()
    {
        await using var world = await RolloutWorld.Start();
        var run = $"checklist-runs/{(await world.Duty.Board("engineering")).Number("lines.0.checklistRun")}";
        (await world.Duty.Get(run)).Text("checklist").ShouldBe("rollout");
        await world.Duty.Advance("PT5M");
        await world.Mel.Post($"{run}/steps/button", new { @do = "run", confirm = "3333333" });
        await world.Until((await world.Duty.Get("rollouts")).Number("items.0.id"), "watching");
        await world.Duty.Advance("PT15M");
        (await world.Duty.Get("rollouts")).Text("items.0.status").ShouldBe("unknown", "nothing is connected");
        await world.Mel.Post($"{run}/steps/watch", new { @do = "done" });
        await world.Duty.Advance("PT1S");
        (await world.Duty.Get("rollouts")).Text("items.0.status").ShouldBe("done");
        var done = await world.Duty.Get(run);
        done.Items("steps")
            .Select(s => $"{s.Text("id")} {s.Text("state")} {s.Text("by")} {s.Text("at")}")
            .ShouldBe([
                "green done  2026-11-23T15:30:00Z",
                "button done mel 2026-11-23T15:35:00Z",
                "watch done mel 2026-11-23T15:50:00Z",
            ]);
        done.Text("end").ShouldBe("finished");
    }

    [Fact]
    public async Task On_red_main_nothing_ships_without_a_reason_which_is_logged()
    {
        await using var world = await RolloutWorld.Start();
        await world.Green(RolloutWorld.Middle);
        await world.Green(RolloutWorld.New, "failing");
        var press = new { confirm = "2222222" };
        var shut = await world.Mel.Refused(HttpStatusCode.Conflict, HttpMethod.Post, Rollouts, press);
        shut.Items("gates")
            .Where(g => g.Text("state") == "fail")
            .Select(g => g.Text("gate"))
            .ShouldBe(["Main is green"]);
        (await world.Duty.Get("rollouts/next")).Yes("canShip").ShouldBeFalse();
        var id = (await world.Press("2222222", overrideReason: "The older one mends it")).Number("id");
        await world.Until(id, "watching");
        (await world.Record(FactKind.GateOverridden)).ShouldHaveSingleItem().ShouldContain("Main is green");
    }

    [Fact]
    public async Task An_older_commit_that_passed_can_be_chosen()
    {
        await using var world = await RolloutWorld.Start();
        await world.Green(RolloutWorld.Middle);
        await world.Green(RolloutWorld.New);
        var rollout = await world.Press("2222222");
        rollout.Text("to").ShouldBe(RolloutWorld.Middle);
        await world.Until(rollout.Number("id"), "watching");
        world.Runs.ShouldBe([$"run {RolloutWorld.Middle}"]);
    }

    [Fact]
    public async Task What_was_not_shown_is_not_shipped()
    {
        await using var world = await RolloutWorld.Start();
        var problem = await world.Mel.Refused(
            HttpStatusCode.Conflict,
            HttpMethod.Post,
            Rollouts,
            new { confirm = "2222222" }
        );
        problem.Text("detail").ShouldNotBeNull().ShouldContain("That is 3333333");
    }

    [Fact]
    public async Task Without_a_command_the_press_says_what_to_write()
    {
        await using var world = await RolloutWorld.Start(withCommand: false);
        var problem = await world.Mel.Refused(
            HttpStatusCode.Conflict,
            HttpMethod.Post,
            Rollouts,
            new { confirm = "3333333" }
        );
        problem
            .Text("detail")
            .ShouldNotBeNull()
            .ShouldStartWith("No deploy command is configured. Write it into duty.json:");
        (await world.Duty.Get("rollouts/next")).Text("by").ShouldBe("by hand");
    }

    [Fact]
    public async Task The_step_of_the_checklist_is_the_same_act()
    {
        await using var world = await RolloutWorld.Start();
        var run = (await world.Duty.Board("engineering")).Number("lines.0.checklistRun");
        await world.Mel.Post($"checklist-runs/{run}/steps/button", new { @do = "run", confirm = "3333333" });
        var id = (await world.Press()).Number("id");
        await world.Until(id, "watching");
        world.Runs.Count.ShouldBe(1);
    }
}
