using System.Net;
using DutyGuy.Domain;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Rollouts;

/// <summary>S47: one press goes back; a hold stays until somebody says what became of the change.</summary>
public class TheWayBack
{
    [Theory, OnBothDatabases]
    public async Task S47_one_press_rolls_back_and_the_log_notes_it(DatabaseKind database)
    {
        await using var world = await RolloutWorld.Start(database);
        var id = await RolledBack(world);
        world.Runs.ShouldBe([$"run {RolloutWorld.New}", $"back {RolloutWorld.Old}"]);
        (await world.Record(FactKind.RolledBack)).ShouldBe(["3333333 was rolled back to 1111111."]);
        var said = await world.Mel.Patch($"rollouts/{id}", new { reason = "Search was empty" });
        said.Text("rollBackReason").ShouldBe("Search was empty");
        (await world.Duty.Get("rollouts/next")).Text("from").ShouldBe(RolloutWorld.Old);
    }

    [Fact]
    public async Task The_hold_that_a_roll_back_leaves_wants_to_know_what_became_of_it()
    {
        await using var world = await RolloutWorld.Start();
        await RolledBack(world);
        var hold = (await world.Duty.Get("holds")).At("items.0");
        hold.Text("why").ShouldBe("3333333 was rolled back");
        var lift = $"holds/{hold.Number("id")}";
        var refused = await world.Mel.Refused(
            HttpStatusCode.Conflict,
            HttpMethod.Delete,
            lift,
            new { why = "it is fine" }
        );
        refused.Text("detail")!.ShouldContain("Say what mended it");
        await world.Mel.Refused(HttpStatusCode.BadRequest, HttpMethod.Post, $"{lift}/lift", new { how = "fixed" });
        var (how, commit) = ("fixed", RolloutWorld.New);
        await world.Mel.Refused(HttpStatusCode.Conflict, HttpMethod.Post, $"{lift}/lift", new { how, commit });
        var said = new { how = "not the code", text = "The database was full" };
        await world.Lea.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, $"{lift}/lift", said);
        var lifted = await world.Mel.Post($"{lift}/lift", said);
        (lifted.Text("liftedBy"), lifted.Text("mended")).ShouldBe(("mel", "not the code"));
        (await world.Duty.Get("holds")).Number("total").ShouldBe(0);
    }

    [Fact]
    public async Task A_hold_shuts_the_button_and_expires_by_itself()
    {
        await using var world = await RolloutWorld.Start();
        await world.Lea.Post("holds", new { why = "The database moves", until = "2026-11-23T16:00:00Z" });
        var shut = await world.Mel.Refused(
            HttpStatusCode.Conflict,
            HttpMethod.Post,
            "duties/engineering/rollouts",
            new { confirm = "3333333" }
        );
        shut.Items("gates").Single(g => g.Text("state") == "fail").Text("why")!.ShouldContain("The database moves");
        await world.Duty.SetClock("2026-11-23T16:00:00Z");
        (await world.Duty.Get("rollouts/next")).Yes("canShip").ShouldBeTrue();
        (await world.Record(FactKind.HoldLifted)).ShouldBe(["The hold “The database moves” expired."]);
    }

    [Fact]
    public async Task Who_started_it_may_go_back_until_its_watch_ends_and_others_may_not()
    {
        await using var world = await RolloutWorld.Start();
        var id = await Rolled(world);
        await world.Lea.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, $"rollouts/{id}/roll-back");
        await world.Lea.Post("duties/engineering/take-over");
        await world.Mel.Post($"rollouts/{id}/roll-back");
        await world.Until(id, "rolled back");
    }

    [Fact]
    public async Task A_turn_with_a_watch_open_lasts_until_the_watch_ends_and_goes_back_after_hours()
    {
        await using var world = await RolloutWorld.Start(now: RunningDuty.Time("2026-11-23T16:50:00Z"));
        await world.ServesAlready(RolloutWorld.Old);
        var id = (await world.Press(overrideReason: "Late today")).Number("id");
        await world.Until(id, "watching");
        await world.Duty.SetClock("2026-11-23T17:04:59Z");
        (await world.Duty.Get("duties/engineering/on-duty")).Text("person").ShouldBe("mel");
        await world.Mel.Post($"rollouts/{id}/roll-back");
        await world.Until(id, "rolled back");
        await world.Duty.SetClock("2026-11-23T17:06:00Z");
        (await world.Duty.Get("duties/engineering/on-duty")).Text("person").ShouldBeNull();
        (await world.Duty.Get("log")).Text("items.0.facts")!.ShouldContain("18:04 3333333 was rolled back");
    }

    [Fact]
    public async Task A_way_back_that_failed_is_unknown_and_a_person_settles_it()
    {
        await using var world = await RolloutWorld.Start(then: "case $1 in back) exit 7;; esac");
        var id = await Rolled(world);
        await world.Mel.Post($"rollouts/{id}/roll-back");
        await world.Until(id, "unknown");
        await world.Mel.Post($"rollouts/{id}/settle", new { outcome = "switched" });
        (await world.Duty.Get($"rollouts/{id}")).Text("status").ShouldBe("watching");
        await world.Mel.Post($"rollouts/{id}/roll-back");
        await world.Until(id, "unknown");
        await world.Mel.Post($"rollouts/{id}/settle", new { outcome = "failed" });
        (await world.Duty.Get($"rollouts/{id}")).Text("status").ShouldBe("rolled back");
        world.Runs.Count.ShouldBe(3);
    }

    static async Task<long> Rolled(RolloutWorld world)
    {
        await world.ServesAlready(RolloutWorld.Old);
        await world.Duty.Advance("PT20M");
        var id = (await world.Press(overrideReason: "A second one today")).Number("id");
        await world.Until(id, "watching");
        return id;
    }

    static async Task<long> RolledBack(RolloutWorld world)
    {
        var id = await Rolled(world);
        await world.Mel.Post($"rollouts/{id}/roll-back");
        await world.Until(id, "rolled back");
        return id;
    }
}
