using System.Net;
using DutyGuy.Domain;
using DutyGuy.Tests.CommandLine;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Rollouts;

/// <summary>C8 Rolled back, Rejected, S82: every place says the same after a roll back, and nothing ships until it is mended.</summary>
public class AfterARollBack
{
    const string Fix = "4444444444444444444444444444444444444444";

    [Fact]
    public async Task S82_page_interface_terminal_wall_and_entry_say_rolled_back_and_nothing_ships_until_it_is_mended()
    {
        await using var world = await OnFriday();
        var id = await RolledBack(world);
        var mel = await Terminal.Of(world.Duty, "mel");
        await SaysRolledBack(world, mel, id);
        await NothingShips(world, mel, id);
        await world.LaterCommit(Fix, 4, "Search is mended", "lea");
        await world.Green(Fix);
        await NothingShips(world, mel, id);
        (await mel.Says("rollout", "mended", "4444444")).ShouldContain("3333333 is fixed in 4444444.");
        await OneMoreGoes(world);
    }

    [Fact]
    public async Task A_told_release_that_has_the_rejected_commit_in_it_is_kept_and_is_a_line_until_it_goes_back()
    {
        await using var world = await OnFriday();
        await RolledBack(world);
        await world.LaterCommit(Fix, 4, "Another thing", "lea");
        var told = await world.ServesAlready(Fix);
        (await world.Duty.Board("engineering"))
            .Texts("lines", "title")
            .ShouldBe(["Rejected release went out elsewhere: 4444444", "Say what mended 3333333"]);
        await world.Duty.Post($"rollouts/{told.Number("id")}/progress", new { state = "rolled back" });
        (await world.Duty.Board("engineering")).Texts("lines", "title").ShouldBe(["Say what mended 4444444"]);
    }

    [Fact]
    public async Task The_first_rollout_of_a_team_says_everywhere_that_its_changes_are_not_known_and_offers_no_way_back()
    {
        await using var world = await RolloutWorld.Start();
        var mel = await Terminal.Of(world.Duty, "mel");
        (await world.Duty.Get("rollouts/next")).Yes("changesKnown").ShouldBeFalse();
        (await mel.Says("rollout")).ShouldContain("3333333 would ship, changes not known");
        (await world.Mel.Page("/rollout")).ShouldContain("Its changes are not known.");
        var id = (await world.Press()).Number("id");
        var view = await world.Until(id, "watching");
        (view.Yes("changesKnown"), view.Items("changes").Count).ShouldBe((false, 0));
        (await world.Duty.Outbox())
            .Select(m => m.Text("text"))
            .ShouldContain("Mel rolls out 3333333: changes not known. Mel watches.");
        var page = await world.Mel.Page($"/rollouts/{id}");
        page.ShouldNotContain("Roll back now");
        page.ShouldContain("What ran before is not known.");
        await world.Mel.Refused(HttpStatusCode.Conflict, HttpMethod.Post, $"rollouts/{id}/roll-back");
    }

    static async Task SaysRolledBack(RolloutWorld world, Terminal mel, long id)
    {
        var page = await world.Mel.Page("/rollout");
        page.ShouldContain("<h1 class=\"st flat\" data-live=\"headline\">Rolled back at 16:50.</h1>");
        page.ShouldContain("Say what mended 3333333");
        page.ShouldNotContain("is done");
        page.ShouldNotContain("Ship although");
        (await world.Mel.Page($"/rollouts/{id}")).ShouldContain("production served it from 16:50 to 16:50");
        var today = await world.Mel.Page("/");
        today.ShouldContain("/rollout#mended");
        today.ShouldContain("Rolled back at 16:50");
        today.ShouldNotContain("Done for today");
        var wall = (await world.Duty.Post("walls", new { name = "Kitchen" })).Text("key");
        (await world.Duty.Nobody.Page($"/wall?key={wall}")).ShouldContain("<dd>rolled back 16:50</dd>");
        (await mel.Says("rollout")).ShouldContain("3333333 was rolled back at 16:50. Say what mended it");
        var board = await world.Duty.Board("engineering");
        board.Texts("lines", "title").ShouldBe(["Say what mended 3333333"]);
        var run = (await world.Duty.Get("checklist-runs")).At("items.0");
        run.Text("end").ShouldBe("rolled back");
        run.Items("steps")
            .Single(s => s.Text("id") == "button")
            .Text("answer")
            .ShouldBe("3333333 was rolled back at 16:50.");
        var entry = (await world.Duty.Get("log")).Text("items.0.facts")!;
        entry.ShouldContain("16:50 3333333 was rolled back");
        entry.ShouldContain("### Not finished\n\n- Say what mended 3333333");
    }

    static async Task NothingShips(RolloutWorld world, Terminal mel, long id)
    {
        var runs = world.Runs.Count;
        const string press = "duties/engineering/rollouts";
        foreach (var confirm in new[] { RolloutWorld.New, RolloutWorld.Middle, RolloutWorld.Old, Fix })
        foreach (var kind in new[] { "daily", "hot fix" })
        {
            var body = new
            {
                confirm,
                kind,
                overrideReason = "It must go out",
            };
            var refused = await world.Mel.Refused(HttpStatusCode.Conflict, HttpMethod.Post, press, body);
            refused.Text("detail")!.ShouldContain("3333333 was rolled back at 16:50. Say what mended it");
        }
        (await mel.Refused("rollout", "start", "--yes", "3333333", "--override", "It must")).ShouldContain(
            "Say what mended it"
        );
        var next = await world.Duty.Get("rollouts/next");
        (next.Text("to"), next.Yes("canShip"), next.Text("rejected.commit")).ShouldBe((null, false, RolloutWorld.New));
        world.Runs.Count.ShouldBe(runs);
        (await world.Duty.Get("rollouts")).Number("items.0.id").ShouldBe(id);
    }

    static async Task OneMoreGoes(RolloutWorld world)
    {
        var next = await world.Duty.Get("rollouts/next");
        (next.Text("to"), next.Yes("canShip")).ShouldBe((Fix, true));
        next.Items("gates").Single(g => g.Text("gate") == "Once a day").Text("why").ShouldBe("mends 3333333");
        (await world.Duty.Board("engineering")).Texts("lines", "title").ShouldBe(["Rollout"]);
        var mending = await world.Press("4444444");
        mending.Number("mends").ShouldBeGreaterThan(0);
        await world.Until(mending.Number("id"), "watching");
        await world.Duty.Advance("PT20M");
        (await world.Duty.Get("rollouts/next"))
            .Items("gates")
            .Single(g => g.Text("gate") == "Once a day")
            .Text("state")
            .ShouldBe("fail");
        (await world.Record(FactKind.HoldLifted)).ShouldBe(["Mel: 3333333 is fixed in 4444444."]);
    }

    /// <summary>What serves is of Friday; on Monday at 16:50 the next one goes out and back.</summary>
    static async Task<RolloutWorld> OnFriday()
    {
        var world = await RolloutWorld.Start(now: RunningDuty.Time("2026-11-20T15:30:00Z"));
        await world.ServesAlready(RolloutWorld.Old);
        await world.Duty.SetClock("2026-11-23T15:50:00Z");
        await world.Mel.Post("duties/engineering/take-over");
        return world;
    }

    static async Task<long> RolledBack(RolloutWorld world)
    {
        var id = (await world.Press()).Number("id");
        await world.Until(id, "watching");
        await world.Mel.Post($"rollouts/{id}/roll-back");
        await world.Until(id, "rolled back");
        return id;
    }
}
