using System.Net;
using DutyGuy.Domain;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Rollouts;

/// <summary>S96: a deploy program that only asks another system is no deployment; the other system's words are.</summary>
public class OnlyAsked
{
    static readonly (string, string)[] Told =
    [
        ("deploy:production:ends", "told"),
        ("deploy:production:timeout", "10m"),
    ];

    [Fact]
    public async Task Exit_0_is_asked_and_the_end_is_told()
    {
        await using var world = await RolloutWorld.Start(settings: Told);
        await world.ServesAlready(RolloutWorld.Middle);
        var id = (await world.Press(overrideReason: "Second of the day")).Number("id");
        var asked = await world.Until(id, "asked");
        asked.Text("switchedAt").ShouldBeNull();
        (await world.Duty.Get("rollouts/next"))
            .Text("from")
            .ShouldBe(RolloutWorld.Middle, "it runs until told otherwise");
        foreach (var state in new[] { "queued", "waiting for approval", "deploying" })
            (await Tell(world, id, state)).Text("status").ShouldBe(state);
        await world.Duty.Refused(
            HttpStatusCode.Conflict,
            HttpMethod.Post,
            $"rollouts/{id}/progress",
            new { state = "queued" }
        );
        (await Tell(world, id, "switched")).Text("status").ShouldBe("watching");
        world.Runs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task No_word_within_the_timeout_cannot_be_told_and_nothing_is_said_to_serve()
    {
        await using var world = await RolloutWorld.Start(settings: Told);
        var id = (await world.Press()).Number("id");
        await world.Until(id, "asked");
        await world.Duty.Advance("PT10M");
        (await world.Duty.Get($"rollouts/{id}")).Text("status").ShouldBe("unknown");
        (await world.Record(FactKind.RolloutSwitched)).ShouldBeEmpty();
        (await world.Record(FactKind.RolloutUnknown)).ShouldHaveSingleItem().ShouldContain("has not told its end");
        (await Tell(world, id, "switched")).Text("status").ShouldBe("watching", "a late word still counts");
    }

    static Task<System.Text.Json.JsonElement> Tell(RolloutWorld world, long id, string state) =>
        world.Duty.Post($"rollouts/{id}/progress", new { state, by = "argo" });
}
