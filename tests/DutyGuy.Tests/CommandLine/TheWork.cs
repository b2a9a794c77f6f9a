using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Intake;
using DutyGuy.Tests.Rollouts;
using DutyGuy.Tests.Stories;

namespace DutyGuy.Tests.CommandLine;

/// <summary>next, tick, poke, assign, rollout, log.</summary>
public class TheWork
{
    [Fact]
    public async Task A_red_main_is_the_next_thing_and_its_steps_are_ticked()
    {
        await using var duty = await DutyApp.Start(now: RunningDuty.Time(Team.Friday));
        var mine = await Terminal.Of(duty, await Team.SetUp(duty, "ann", "mel"));
        (await mine.Says("next")).ShouldContain("All quiet.");
        await Team.Ci(duty, "failing");
        var run = (await duty.Board("engineering")).Text("lines.0.checklistRun")!;
        (await mine.Says("next")).ShouldContain($"duty tick {run} ");
        (await mine.Json("next")).Text("rule").ShouldBe("green");
        (await mine.Says("board")).ShouldContain("troubleshoot", Case.Insensitive);
        (await mine.Refused("tick", run, "rerun", "--skip")).ShouldContain("The reason is missing");
        (await mine.Says("tick", run, "rerun", "--skip", "--reason", "It is no flake")).ShouldContain("It is no flake");
        (await mine.Refused("tick", run, "nonsense")).ShouldContain("has no step “nonsense”");
        (await mine.Refused("tick", run, "revert", "--answer", "yes")).ShouldContain("This step asks nothing");
    }

    [Fact]
    public async Task An_error_is_poked_and_assigned()
    {
        await using var duty = await DutyApp.Start(now: RunningDuty.Time(Team.Friday));
        var first = await Team.SetUp(duty, "ann", "mel", "tom");
        var mine = await Terminal.Of(duty, first);
        var other = first == "tom" ? "mel" : "tom";
        var sender = await Sender.Of(duty);
        await sender.Error("SlotTaken");
        await duty.Until(() => duty.Get("errors"), e => e.Number("total") == 1);
        var error = (await duty.Get("errors")).Text("items.0.id")!;
        (await mine.Says("next")).ShouldContain($"duty poke {error} ");
        (await mine.Refused("poke", error, "nobody-here")).ShouldContain("nobody-here");
        (await mine.Says("poke", error, other)).ShouldContain($"poked {char.ToUpperInvariant(other[0])}{other[1..]}.");
        (await mine.Json("assign", error, first)).Text("assignee").ShouldBe(first);
    }

    [Fact]
    public async Task What_would_ship_is_shown_shipped_by_its_commit_and_rolled_back()
    {
        await using var world = await RolloutWorld.Start();
        await world.ServesAlready(RolloutWorld.Old);
        await world.Duty.Advance("PT20M");
        var mel = await Terminal.Of(world.Duty, "mel");
        (await mel.Says("rollout")).ShouldContain("3333333 would ship, 2 changes; production serves 1111111.");
        (await mel.Json("rollout", "status")).Text("release").ShouldBe("3333333");
        (await mel.Refused("rollout", "start")).ShouldContain("Nothing was shipped.");
        (await mel.Refused("rollout", "start", "--yes", "9999999")).ShouldContain("is not what would ship now");
        (await (await Terminal.Of(world.Duty, "lea")).Refused("rollout", "start", "--yes", "3333333")).ShouldContain(
            "Mel is on duty. Take over first."
        );
        // What was rolled out elsewhere today has used up the day.
        (await mel.Refused("rollout", "start", "--yes", "3333333")).ShouldContain("Gates are shut.");
        var id = (await mel.Json("rollout", "start", "--yes", "3333333", "--override", "A second one")).Number("id");
        await world.Until(id, "watching");
        (await mel.Says("rollout", "status")).ShouldContain($"Rollout {id} of 3333333: watching, started by Mel.");
        (await mel.Says("rollout", "roll-back", "--reason", "Search is slow")).ShouldContain("Search is slow");
        await world.Until(id, "rolled back");
        (await mel.Refused("rollout", "roll-back")).ShouldContain("No rollout runs or is watched.");
        world.Runs[0].ShouldBe($"run {RolloutWorld.New}");
    }

    [Fact]
    public async Task A_day_without_rollout_has_a_reason()
    {
        await using var world = await RolloutWorld.Start();
        var mel = await Terminal.Of(world.Duty, "mel");
        (await mel.Says("rollout", "decline", "--reason", "Fair today")).ShouldContain("No rollout today: Fair today");
    }

    [Fact]
    public async Task The_entry_is_shown_completed_and_signed()
    {
        await using var duty = await DutyApp.Start(now: RunningDuty.Time(Team.Friday));
        var first = await Team.SetUp(duty, "ann", "mel");
        var mine = await Terminal.Of(duty, first);
        await mine.Says("start");
        (await mine.Says("log")).ShouldContain("Not signed yet.");
        (await mine.Run("log", "write")).ExitCode.ShouldBe(2);
        (await mine.Says("log", "write", "--odd", "The lights flickered")).ShouldContain("Odd: The lights flickered");
        var written = await mine.Says("log", "write", "--tomorrow", "Water the plant");
        written.ShouldContain("Odd: The lights flickered");
        written.ShouldContain("Tomorrow: Water the plant");
        (await mine.Says("log", "sign")).ShouldContain("Signed.");
        (await mine.Json("log", "show")).Text("person").ShouldBe(first);
        (await mine.Says("log", "show", "--find", "flickered")).ShouldContain(first);
        (await mine.Refused("log", "show", "4711")).ShouldContain("There is no entry 4711.");
    }
}
