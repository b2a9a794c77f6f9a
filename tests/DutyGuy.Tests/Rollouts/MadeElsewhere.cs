using System.Net;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Rollouts;

/// <summary>S49 and what other machines tell of their rollouts.</summary>
public class MadeElsewhere
{
    [Fact]
    public async Task S49_the_next_rollout_lists_the_changes_since_the_last_one_and_their_authors()
    {
        await using var world = await RolloutWorld.Start();
        await world.ServesAlready(RolloutWorld.Old);
        var next = await world.Duty.Get("rollouts/next");
        next.Text("release").ShouldBe("3333333");
        next.Text("fromRelease").ShouldBe("1111111");
        next.Texts("changes", "title").ShouldBe(["Reminders", "Search ignores case"]);
        next.Texts("changes", "author").ShouldBe(["Mel", "Lea"]);
        next.Texts("changes", "person").ShouldBe(["mel", "lea"]);
    }

    [Fact]
    public async Task It_counts_from_our_clock_and_keeps_the_time_of_the_sender_beside_it()
    {
        await using var world = await RolloutWorld.Start();
        var told = await world.Duty.Post(
            "rollouts",
            new
            {
                release = "shop@1.2",
                commit = RolloutWorld.Middle,
                environment = "production",
                at = "2026-11-23T12:00:00Z",
            }
        );
        RunningDuty.Time(told.Text("switchedAt")).ShouldBe(RolloutWorld.Afternoon);
        var fact = await world
            .Duty.Part<DutyStore>()
            .Read(db => Task.FromResult(db.Facts.Single(f => f.Kind == FactKind.RolloutSwitched)));
        fact.SentAt.ShouldBe(RunningDuty.Time("2026-11-23T12:00:00Z"));
    }

    [Fact]
    public async Task Told_twice_it_is_one_rollout()
    {
        await using var world = await RolloutWorld.Start();
        var first = await world.ServesAlready(RolloutWorld.Old);
        (await world.ServesAlready(RolloutWorld.Old)).Number("id").ShouldBe(first.Number("id"));
        (await world.Duty.Get("rollouts")).Number("total").ShouldBe(1);
    }

    [Fact]
    public async Task Its_machine_may_tell_that_it_was_taken_back()
    {
        await using var world = await RolloutWorld.Start();
        var id = (await world.ServesAlready(RolloutWorld.Old)).Number("id");
        var told = await world.Duty.Post(
            $"rollouts/{id}/progress",
            new { state = "rolled back", text = "argo: sync to previous" }
        );
        told.Text("status").ShouldBe("rolled back");
        told.Texts("log", "text").ShouldBe(["argo: sync to previous"]);
        (await world.Duty.Get("holds")).Number("total").ShouldBe(1);
        await world.Duty.Refused(
            HttpStatusCode.Conflict,
            HttpMethod.Post,
            $"rollouts/{id}/progress",
            new { state = "failed" }
        );
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        await using var world = await RolloutWorld.Start();
        var problem = await world.Duty.Refused(
            HttpStatusCode.BadRequest,
            HttpMethod.Post,
            "rollouts",
            new
            {
                release = "",
                commit = "1",
                environment = "production",
            }
        );
        problem.Text("errors.release.0").ShouldBe("“release” is missing.");
    }
}
