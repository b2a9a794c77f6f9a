using System.Net;
using System.Text.Json;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.Adapters;
using DutyGuy.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Tests.Rollouts;

/// <summary>S37, S39: the comparison is about the switch, found by the software and judged by a person.</summary>
public class BeforeAndAfter
{
    const string Slow = "GET /search";
    static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 11, 0);

    [Fact]
    public async Task S37_the_windows_are_before_and_after_the_switch()
    {
        await using var world = await RolloutWorld.Start(now: Noon);
        var (_, view) = await Slowed(world);
        RunningDuty.Time(view.Text("before.from")).ShouldBe(Noon - Duration.FromHours(2));
        RunningDuty.Time(view.Text("before.to")).ShouldBe(Noon);
        RunningDuty.Time(view.Text("after.from")).ShouldBe(Noon);
        RunningDuty.Time(view.Text("after.to")).ShouldBe(Noon + Duration.FromMinutes(90));
        view.Text("items.0.endpoint").ShouldBe(Slow);
        view.Yes("items.0.regressed").ShouldBeTrue();
        view.Items().Count(i => i.Yes("regressed")).ShouldBe(1);
    }

    [Fact]
    public async Task S39_who_is_on_duty_judges_a_line_and_nothing_is_reverted_by_itself()
    {
        await using var world = await RolloutWorld.Start(now: Noon);
        var (id, _) = await Slowed(world);
        var judgement = new
        {
            endpoint = Slow,
            judgement = "real",
            owner = "lea",
        };
        await world.Lea.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, $"rollouts/{id}/judgements", judgement);
        var after = await world.Mel.Post($"rollouts/{id}/judgements", judgement);
        after.Text("items.0.judgement").ShouldBe("real");
        after.Text("items.0.owner").ShouldBe("lea");
        (await world.Record(FactKind.Judged))
            .ShouldHaveSingleItem()
            .ShouldStartWith($"Mel judged GET /search ({after.Text("items.0.metric")}): real, owner Lea.");
        (await world.Lea.Outbox()).Select(m => m.Text("kind")).ShouldContain("assign");
        (await world.Duty.Get($"rollouts/{id}"))
            .Text("status")
            .ShouldBe("undecided", "only a person keeps it or goes back");
    }

    [Fact]
    public async Task The_words_of_people_say_how_often_the_verdict_was_right()
    {
        await using var world = await RolloutWorld.Start(now: Noon);
        var (id, _) = await Slowed(world);
        (await world.Lea.Get("insights"))
            .GetProperty("verdict")
            .GetProperty("precision")
            .ValueKind.ShouldBe(JsonValueKind.Null, "nobody judged yet");
        (await world.Lea.Page("/performance")).ShouldNotContain("How often it was right");
        foreach (var word in new[] { "noise", "real" })
            await world.Mel.Post($"rollouts/{id}/judgements", new { endpoint = Slow, judgement = word });
        var verdict = (await world.Lea.Get("insights")).GetProperty("verdict");
        (verdict.Number("real"), verdict.Number("noise"), verdict.Number("unsure")).ShouldBe(
            (1, 0, 0),
            "the last word counts"
        );
        verdict.GetProperty("precision").GetDouble().ShouldBe(1);
        (await world.Lea.Page("/performance")).ShouldContain(
            "Of 1 line that people judged in the last eight weeks, 1 was real: 100 %."
        );
    }

    [Fact]
    public async Task A_word_is_about_the_metric_that_told_the_line_and_about_no_other()
    {
        await using var world = await RolloutWorld.Start(now: Noon);
        var (id, view) = await Slowed(world);
        var metric = view.Text("items.0.metric");
        Task<JsonElement> Refused(string other) =>
            world.Mel.Refused(
                HttpStatusCode.BadRequest,
                HttpMethod.Post,
                $"rollouts/{id}/judgements",
                new
                {
                    endpoint = Slow,
                    metric = other,
                    judgement = "noise",
                }
            );
        (await Refused("errors")).Text("errors.metric.0")!.ShouldContain($"is told by its {metric} now");
        var judged = new
        {
            endpoint = Slow,
            metric,
            judgement = "noise",
        };
        (await world.Mel.Post($"rollouts/{id}/judgements", judged)).Text("items.0.judgement").ShouldBe("noise");
        var page = $"/performance?rollout={id}";
        (await world.Mel.Page(page)).ShouldContain("All are judged.");
        // As if the figures of later minutes told the endpoint by its failures.
        await world
            .Duty.Part<DutyStore>()
            .Change(async db => db.Update(await db.Judgements.SingleAsync() with { Metric = "errors" }));
        (await world.Mel.Get($"rollouts/{id}/performance")).Text("items.0.judgement").ShouldBeNull();
        (await world.Mel.Page(page)).ShouldContain("One waits for your word.");
    }

    [Fact]
    public async Task The_page_shows_both_distributions_the_cost_and_the_commit_that_is_suspected_first()
    {
        await using var world = await RolloutWorld.Start(now: Noon - Duration.FromHours(1));
        using var source = new RealRepository();
        var before = source.Commit("Mel", "First");
        source.Write("src/SearchPage.cs", "all clinics");
        var suspect = source.Commit("Lea", "Search looks in all clinics");
        source.Write("src/Reminders.cs", "later");
        var shipped = source.Commit("Mel", "Reminders go out later");
        await world.Duty.Post("repositories", new { id = "shop", url = source.Path });
        await world.Duty.Post("repositories/shop/fetch");
        await world.ServesAlready(before);
        await world.Duty.SetClock(Noon);
        var (id, _) = await Slowed(world, shipped);
        var page = WebUtility.HtmlDecode(await world.Mel.Page($"/performance?rollout={id}"));
        page.ShouldContain("Before: half of 3,600 requests took at most ");
        page.ShouldContain("After: half of 2,700 requests took at most ");
        page.ShouldContain("of waiting a day: 6,300 requests × ");
        page.ShouldContain(suspect[..7]);
        page.ShouldContain("it changes src/SearchPage.cs, named like “search”.");
        page.ShouldContain("May come from ");
        page.ShouldContain("“Search looks in all clinics”, ask ");
        page.ShouldNotContain("uspected");
        page.ShouldNotContain(shipped[..7] + "</code> “Reminders");
        var view = await world.Mel.Get($"rollouts/{id}/performance");
        var named = view.At("items.0").Items("suspects").ShouldHaveSingleItem();
        (named.Text("commit"), named.Text("title")).ShouldBe((suspect, "Search looks in all clinics"));
        named.Text("author").ShouldBe("Lea");
        named.Text("why").ShouldBe("changes src/SearchPage.cs, named like “search”");
        view.At("items.1").Items("suspects").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_endpoint_that_was_not_compared_cannot_be_judged()
    {
        await using var world = await RolloutWorld.Start(now: Noon);
        var (id, _) = await Slowed(world);
        await world.Mel.Refused(
            HttpStatusCode.BadRequest,
            HttpMethod.Post,
            $"rollouts/{id}/judgements",
            new { endpoint = "GET /nowhere", judgement = "noise" }
        );
    }

    /// <summary>Ninety minutes after a switch that made one of three endpoints slower.</summary>
    static async Task<(long Rollout, JsonElement Performance)> Slowed(
        RolloutWorld world,
        string commit = RolloutWorld.New
    )
    {
        var project = await Project(world);
        var id = (await world.ServesAlready(commit)).Number("id");
        await world
            .Duty.Part<DutyStore>()
            .Change(db =>
            {
                for (var minute = -120; minute < 90; minute++)
                    db.Minutes.AddRange(Minute(project, minute));
                return Task.CompletedTask;
            });
        await world.Duty.SetClock(Noon + Duration.FromMinutes(90));
        return (id, await world.Duty.Get($"rollouts/{id}/performance"));
    }

    static Task<int> Project(RolloutWorld world) =>
        world
            .Duty.Part<DutyStore>()
            .Change(async db =>
            {
                var project = new Project
                {
                    Name = "shop",
                    Key = "key",
                    CreatedAt = Noon,
                };
                db.Add(project);
                await db.SaveChangesAsync();
                db.Add(new ProjectEnvironment(project.Id, "production", Noon) { Timings = true });
                return project.Id;
            });

    static IEnumerable<MinuteRow> Minute(int project, int minute) =>
        new[] { Slow, "GET /agenda", "POST /booking" }.Select(
            (endpoint, i) => Row(project, minute, endpoint, endpoint == Slow && minute >= 0 ? 180 : 100 + i)
        );

    static MinuteRow Row(int project, int minute, string endpoint, double milliseconds)
    {
        var histogram = new DurationHistogram();
        for (var request = 0; request < 30; request++)
            histogram.Add(milliseconds + (((request * 7) + Math.Abs(minute)) % 11));
        return MinuteRow.Of(
            project,
            new EndpointMinute
            {
                Service = "shop",
                Environment = "production",
                Endpoint = endpoint,
                Minute = Noon + Duration.FromMinutes(minute),
                Count = 30,
                Errors = 0,
                SumMs = 30 * milliseconds,
                Histogram = histogram,
            }
        );
    }
}
