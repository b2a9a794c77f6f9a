using System.Net;
using System.Text.Json;
using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using DutyGuy.Store;
using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Intake;
using DutyGuy.Tests.Rollouts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Tests.Stories;

/// <summary>The day of a team whose playbook has no id, age, time, checklist or environment of the one that ships.</summary>
public class TheOtherProcess
{
    static readonly Instant Morning = Instant.FromUtc(2026, 11, 23, 7, 30);

    [Fact]
    public async Task The_whole_day_says_the_same_on_every_page_and_in_the_API()
    {
        await using var world = await RolloutWorld.Start(now: Morning, playbook: OtherProcess.Files);
        await world.ServesAlready(RolloutWorld.Old);
        await world
            .Duty.Part<DutyStore>()
            .Change(async db =>
            {
                var yesterday = await db.Rollouts.SingleAsync();
                var at = Morning - Duration.FromDays(1);
                db.Update(
                    yesterday with
                    {
                        Status = RolloutStatus.Done,
                        StartedAt = at,
                        SwitchedAt = at,
                        EndedAt = at,
                        WatchUntil = at,
                    }
                );
            });
        await RedMain(world);
        var (young, old) = await Errors(world);
        await WriteUp(world, young, old);
        await Speed(world);
        await Ship(world);
        await world.Duty.SetClock("2026-11-23T14:31:00Z");
        var entry = (await Team.Log(world.Lea))[0];
        entry.Text("facts")!.ShouldContain("Mel skipped “Say it in the channel”: Everybody sits here.");
        entry.Text("facts")!.ShouldContain("Main is green.");
    }

    static async Task RedMain(RolloutWorld world)
    {
        await world.Green(RolloutWorld.New, "failing");
        var first = (await world.Duty.Board("engineering")).Lines()[0];
        (first.Text("rule"), first.Text("title")).ShouldBe(("trunk", "Mend the trunk"));
        (await Page(world, "/")).ShouldContain("Mend the trunk");
        await world.Green(RolloutWorld.New);
        (await world.Duty.Get($"checklist-runs/{first.Number("checklistRun")}"))
            .Items("steps")
            .Single(s => s.Text("id") == "passes")
            .Text("byItself")
            .ShouldBe("check: main is passing");
    }

    static async Task<(long Young, long Old)> Errors(RolloutWorld world)
    {
        var sender = await Sender.Of(world.Duty);
        foreach (var (type, environment) in new[] { ("Young", "preprod"), ("Old", "preprod"), ("Live", "live") })
            await sender.Error(type, environment);
        var all = (await world.Duty.Get("errors")).Items();
        long Id(string type) =>
            all.First(e => e.Text("title")!.StartsWith(type, StringComparison.Ordinal)).Number("id");
        var ages = new Dictionary<long, double>
        {
            [Id("Young")] = 2.9,
            [Id("Old")] = 3,
            [Id("Live")] = 9,
        };
        await world
            .Duty.Part<DutyStore>()
            .Change(async db =>
            {
                foreach (var error in await db.Errors.ToListAsync())
                    db.Update(error with { CreatedAt = Morning - Duration.FromDays(ages[error.Id]) });
            });
        (await world.Duty.Board("engineering"))
            .Lines()
            .Where(l => l.Text("subject") is not null)
            .Select(l => (l.Text("rule"), l.Text("title")!.Split(':')[0]))
            .ShouldBe([("performance", "Find an owner"), ("performance", "Write up"), ("staging", "Find an owner")]);
        (await Page(world, "/")).ShouldContain("2 errors have no owner.");
        var triage = await Page(world, "/triage");
        triage.ShouldContain("2 errors have no owner. One of them hits customers now.");
        triage.ShouldContain("3 days and older");
        (await Page(world, await Wall(world))).ShouldContain("<dt>no owner</dt><dd>2</dd>");
        (await Page(world, "/playbook")).ShouldContain("younger than 3 days");
        var next = await world.Duty.Get("rollouts/next");
        next.Items("gates").Single(g => g.Text("step") == "clean").Text("why").ShouldBe("No owner: Young: it broke.");
        foreach (var type in new[] { "Young", "Live" })
            await world.Mel.Post($"errors/{Id(type)}/assign", new { person = "lea" });
        return (Id("Young"), Id("Old"));
    }

    static async Task WriteUp(RolloutWorld world, long young, long old)
    {
        (await Page(world, "/")).ShouldContain("No error waits for an owner.");
        (await Page(world, "/triage")).ShouldContain("1 error waits to be written up.");
        (await Page(world, $"/triage?error={old}")).ShouldContain("From 3 days on an error is looked into");
        await world.Mel.Post($"errors/{old}/conclusions", new { text = "The gateway is slow." });
        var ticket = (await world.Duty.Get("tickets")).Items().ShouldHaveSingleItem().Number("id");
        foreach (var page in new[] { "/triage", $"/triage?error={old}", $"/triage/{old}" })
        {
            var shown = await Page(world, page);
            shown.ShouldContain($"ticket {ticket}");
            shown.ShouldContain("The gateway is slow.");
            shown.ShouldNotContain("File the ticket");
        }
        (await Page(world, $"/triage?error={old}")).ShouldNotContain("Who can fix it");
        (await Page(world, $"/triage?error={young}")).ShouldContain("Who can fix it");
    }

    static async Task Speed(RolloutWorld world)
    {
        await world
            .Duty.Part<DutyStore>()
            .Change(async db =>
            {
                var project = await db.Projects.SingleAsync();
                db.Add(new ProjectEnvironment(project.Id, "production", Morning) { Timings = true });
            });
        await world.Duty.Advance("PT1M");
        var line = (await world.Duty.Board("engineering")).Lines().ShouldHaveSingleItem();
        (line.Text("rule"), line.Text("use")).ShouldBe(("rollout", "performance"));
        (await Page(world, "/")).ShouldContain("Speed of the platform");
        var run = await world.Duty.Get($"checklist-runs/{line.Number("checklistRun")}");
        run.Items("steps")
            .Select(s => s.Text("answer"))
            .ShouldBe([
                "Too little data around the last rollout.",
                "Cannot tell: too little data around the last rollout.",
                null,
            ]);
        (await Page(world, "/")).ShouldContain("step 3 of 3");
        await world.Mel.Post($"checklist-runs/{run.Number("id")}/steps/mended", new { @do = "done" });
        (await world.Duty.Board("engineering")).Lines().ShouldBeEmpty();
    }

    static async Task Ship(RolloutWorld world)
    {
        (await Page(world, "/")).ShouldContain("Next: roll out to production at 13:30.");
        (await Page(world, await Wall(world))).ShouldContain("<dt>next rollout</dt><dd>13:30</dd>");
        await world.Duty.SetClock("2026-11-23T12:30:00Z");
        var line = (await world.Duty.Board("engineering")).Lines().ShouldHaveSingleItem();
        (line.Text("rule"), line.Text("use"), line.Text("title")).ShouldBe(("afternoon", "rollout", "Ship it"));
        var run = line.Number("checklistRun");
        (await Page(world, "/")).ShouldContain("Ship it");
        await world.Mel.Post(
            $"checklist-runs/{run}/steps/channel",
            new { @do = "skip", reason = "Everybody sits here" }
        );
        await world.Mel.Post($"checklist-runs/{run}/steps/anything", new { @do = "answer", answer = "no" });
        (await Page(world, "/rollout")).ShouldContain("The team is not told: that step was left out.");
        var rollout = (await world.Press()).Number("id");
        await world.Until(rollout, "watching");
        await world.Duty.Advance("PT1M");
        (await world.Duty.Outbox()).ShouldNotContain(m => m.Text("kind") == "announce");
        var steps = (await world.Duty.Get($"checklist-runs/{run}")).Items("steps");
        steps.Single(s => s.Text("id") == "channel").Text("state").ShouldBe("skipped");
        steps.Single(s => s.Text("id") == "ship").Text("state").ShouldBe("done");
        (await Page(world, "/rollout")).ShouldContain("Watch 19 minutes more.");
        (await world.Duty.Board("engineering")).Lines().ShouldHaveSingleItem().Text("use").ShouldBe("rollout");
        (await Page(world, "/")).ShouldNotContain("Next: roll out to production");
    }

    static async Task<string> Wall(RolloutWorld world) =>
        $"/wall?key={(await world.Duty.Post("walls", new { name = $"Wall {Guid.NewGuid():N}" })).Text("key")}";

    static async Task<string> Page(RolloutWorld world, string address) =>
        WebUtility.HtmlDecode(await world.Mel.Page(address));
}
