using System.Net;
using System.Text;
using System.Text.Json;
using DutyGuy.Domain;
using DutyGuy.Tests.Harness;
using NodaTime;

namespace DutyGuy.Tests.Rollouts;

/// <summary>
/// Traffic that vanishes after a rollout (field/rollout/traffic-vanishes): the watch never says keep, the alarm stays on
/// every page, and when the watch is over a person decides.
/// </summary>
public class TheAlarm
{
    static readonly Instant Switch = Instant.FromUtc(2026, 11, 23, 15, 0);
    static readonly string[] Endpoints = [.. Enumerable.Range(1, 8).Select(i => $"GET /clinics/{i}")];

    [Theory, OnBothDatabases]
    public async Task Requests_that_stop_are_never_kept_and_ring_until_somebody_decides(DatabaseKind database)
    {
        await using var duty = await DutyApp.Start(database, now: Switch);
        var mel = await duty.As("mel");
        var lea = await duty.As("lea");
        var (project, rollout) = await Told(duty, mel);
        var advice = new List<string?>();
        for (var minute = 0; minute < 14; minute++)
        {
            if (minute == 0)
                await Send(duty, project, [0], requests: 3);
            await duty.SetClock(Switch + Duration.FromMinutes(minute + 1));
            advice.Add((await duty.Get($"rollouts/{rollout}")).GetProperty("watch").Text("advice"));
        }
        advice.ShouldNotContain("keep");
        advice[2].ShouldBe("look");
        advice[^1].ShouldBeNull();
        var watch = (await duty.Get($"rollouts/{rollout}")).GetProperty("watch");
        watch.Text("says")!.ShouldStartWith("Nothing has come from shop since 16:01.");
        watch.Items("minutes").Select(m => m.GetString()).ShouldNotContain("yes");

        var board = await duty.Board("engineering");
        board.Number("alarm.rollout").ShouldBe(rollout);
        (board.Text("alarm.advice"), board.Text("alarm.since")).ShouldBe(("look", "2026-11-23T15:03:00Z"));
        board.Text("alarm.why")!.ShouldStartWith("Far fewer requests: 24 requests of shop in 3 minutes");
        board.Texts("lines", "title")[0].ShouldBe("Look at 2026.47");
        foreach (var path in new[] { "/", "/rollout", "/log", "/rota", "/triage", "/playbook", "/people" })
        {
            var page = await duty.Page(path);
            page.ShouldContain("<title>Look at 2026.47 · ", Case.Sensitive, path);
            page.ShouldContain("class=\"alarm\"", Case.Sensitive, path);
        }

        await duty.SetClock(Switch + Duration.FromMinutes(15));
        (await duty.Get($"rollouts/{rollout}")).Text("status").ShouldBe("undecided");
        (await duty.Board("engineering")).Texts("lines", "title")[0].ShouldBe("Decide: keep or roll back 2026.47");
        await mel.Post("duties/engineering/end", new { reason = "A fever" });
        (await duty.Page("/")).ShouldContain("Decide: keep or roll back 2026.47.");
        await mel.Post("duties/engineering/take-over");
        (await lea.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, $"rollouts/{rollout}/keep"))
            .Text("detail")!
            .ShouldBe("Mel is on duty. Take over first.");
        var kept = await mel.Post($"rollouts/{rollout}/keep");
        (kept.Text("status"), kept.Text("keptBy")).ShouldBe(("done", "mel"));
        (await duty.Page("/")).ShouldNotContain("class=\"alarm\"");
        (await Record(duty)).ShouldContain(t =>
            t.StartsWith("Mel keeps 2026.47 although its watch had found: Far fewer")
        );
        (await Record(duty)).ShouldNotContain(t => t.Contains("without a finding"));
    }

    [Fact]
    public async Task A_watch_that_hears_nothing_ends_unknown_and_is_done_in_the_name_of_who_says_so()
    {
        await using var duty = await DutyApp.Start(now: Switch);
        var mel = await duty.As("mel");
        await duty.As("lea");
        await duty.Post("duties", new { id = "engineering", playbook = RolloutWorld.Playbook() });
        await mel.Post("duties/engineering/take-over");
        var rollout = await Report(duty);
        await duty.SetClock(Switch + Duration.FromMinutes(15));
        var ended = await duty.Get($"rollouts/{rollout}");
        ended.Text("status").ShouldBe("unknown");
        ended.Text("couldNotTell")!.ShouldStartWith("Nothing is connected that could tell");
        (await duty.Page($"/rollouts/{rollout}")).ShouldContain("Its watch could not tell whether all is as before.");
        var settled = await mel.Post($"rollouts/{rollout}/settle", new { outcome = "switched" });
        (settled.Text("status"), settled.Text("keptBy")).ShouldBe(("done", "mel"));
        (await Record(duty)).ShouldContain(t =>
            t.StartsWith("Mel judged the watch of 2026.47 by hand. Nothing is connected that could tell")
        );
    }

    [Fact]
    public async Task Production_that_goes_silent_is_a_line_and_the_board_is_not_quiet()
    {
        await using var duty = await DutyApp.Start(now: Switch);
        var mel = await duty.As("mel");
        await duty.As("lea");
        await duty.Post("duties", new { id = "engineering", playbook = RolloutWorld.Playbook("time >= 17:45") });
        await mel.Post("duties/engineering/take-over");
        var project = (await duty.Post("projects", new { name = "shop" })).Text("id")!;
        await Send(duty, project, Enumerable.Range(-120, 120), requests: 10);
        (await duty.Board("engineering")).Items("lines").ShouldBeEmpty();
        (await duty.Page("/")).ShouldContain("All quiet");
        await duty.SetClock(Switch + Duration.FromMinutes(15));
        var line = (await duty.Board("engineering")).Items("lines").ShouldHaveSingleItem();
        (line.Text("title"), line.Text("state")).ShouldBe(("Cannot see production since 16:00", "cannot tell"));
        (await duty.Page("/")).ShouldNotContain("All quiet");
    }

    /// <summary>Ten requests a minute and endpoint two hours before and the day before; a rollout was made elsewhere.</summary>
    static async Task<(string Project, long Rollout)> Told(DutyApp duty, DutyApi mel)
    {
        await duty.Post("duties", new { id = "engineering", playbook = RolloutWorld.Playbook() });
        await mel.Post("duties/engineering/take-over");
        var project = (await duty.Post("projects", new { name = "shop" })).Text("id")!;
        await Send(duty, project, Enumerable.Range(-120 - 1440, 240), requests: 10);
        await Send(duty, project, Enumerable.Range(-120, 120), requests: 10);
        return (project, await Report(duty));
    }

    static async Task<long> Report(DutyApp duty) =>
        (
            await duty.Post(
                "rollouts",
                new
                {
                    release = "2026.47",
                    commit = RolloutWorld.New,
                    environment = "production",
                }
            )
        ).Number("id");

    static async Task<IReadOnlyList<string>> Record(DutyApp duty) =>
        [
            .. (await duty.Part<DutyGuy.Store.DutyStore>().Read(db => Task.FromResult(db.Facts.ToList()))).Select(f =>
                f.Text
            ),
        ];

    static async Task Send(RunningDuty duty, string project, IEnumerable<int> minutes, int requests)
    {
        var csv = new StringWriter();
        MinutesCsv.Write(csv, minutes.SelectMany(m => Endpoints.Select(e => Minute(m, e, requests))));
        using var body = new StringContent(csv.ToString(), Encoding.UTF8, "text/csv");
        await duty.Post($"metrics?project={project}&environment=production", body);
    }

    static EndpointMinute Minute(int minute, string endpoint, int requests)
    {
        var histogram = new DurationHistogram();
        for (var request = 0; request < requests; request++)
            histogram.Add(20 + request);
        return new EndpointMinute
        {
            Service = "shop",
            Environment = "production",
            Endpoint = endpoint,
            Minute = Switch + Duration.FromMinutes(minute),
            Count = requests,
            Errors = 0,
            SumMs = histogram.Sum,
            Histogram = histogram,
        };
    }
}
