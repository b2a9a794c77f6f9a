using System.Text;
using System.Text.Json;
using DutyGuy.Domain;
using DutyGuy.Tests.Harness;
using NodaTime;

namespace DutyGuy.Tests.Rollouts;

/// <summary>After the switch-over production is looked at once for each minute; what got worse is called, a person decides.</summary>
public class TheWatch
{
    const string Slow = "GET /search";
    static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 11, 0);
    static readonly string[] Endpoints = [Slow, .. Enumerable.Range(1, 9).Select(i => $"GET /clinics/{i}")];

    [Theory, OnBothDatabases]
    public async Task A_slow_endpoint_is_called_by_the_third_minute_and_stays_called_after_a_restart(
        DatabaseKind database
    )
    {
        await using var duty = await DutyProcess.Start(database);
        var (project, rollout) = await Switched(duty.Api);
        var seen = new List<string>();
        for (var minute = 0; minute < 5; minute++)
            seen.Add(await Calls(duty.Api, project, rollout, minute));
        seen.FindIndex(calls => calls != "[]").ShouldBeLessThan(3);
        seen[4].ShouldBe(seen.First(calls => calls != "[]"));

        await duty.Restart();
        await duty.Api.SetClock(Noon + Duration.FromMinutes(5));
        var told = await duty.Api.Get($"rollouts/{rollout}");
        told.GetProperty("watch").GetProperty("calls").GetRawText().ShouldBe(seen[4]);
        (told.Text("watch.calls.0.endpoint"), told.Text("watch.calls.0.metric")).ShouldBe((Slow, "mean"));
        told.Text("watch.calls.0.advice").ShouldBe("roll back");
        told.Text("watch.advice").ShouldBe("roll back");
        told.Text("status").ShouldBe("watching", "only a person goes back");
    }

    [Fact]
    public async Task The_page_names_it_with_the_minute_and_the_advice_and_while_nothing_is_worse_it_says_keep()
    {
        await using var duty = await DutyApp.Start(now: Noon);
        var (project, rollout) = await Switched(duty);
        for (var minute = 0; minute < 3; minute++)
            (await Calls(duty, project, rollout, minute, slower: 1)).ShouldBe("[]");
        var calm = await duty.Page($"/rollouts/{rollout}");
        calm.ShouldContain("Advice: keep it, as far as it is seen.");
        calm.ShouldContain("Response times stay flat; errors are not watched, none ever came.");
        calm.ShouldNotContain("called after minute");
        for (var minute = 3; minute < 6; minute++)
            await Calls(duty, project, rollout, minute, slower: 2);
        var page = await duty.Page($"/rollouts/{rollout}");
        page.ShouldContain($"<code>{Slow}</code>");
        page.ShouldMatch("called after minute [456]");
        page.ShouldContain("Advice: look at it.");
    }

    [Fact]
    public async Task Figures_of_another_release_take_the_word_back_and_when_they_agree_the_watch_begins_anew()
    {
        await using var duty = await DutyApp.Start(now: Noon);
        var (project, rollout) = await Switched(duty);
        for (var minute = 0; minute < 4; minute++)
            await Calls(duty, project, rollout, minute, slower: 1, release: "2026.46");
        var told = await duty.Get($"rollouts/{rollout}");
        told.Text("status").ShouldBe("unknown");
        (await duty.Page($"/rollouts/{rollout}")).ShouldContain("Figures still come from 2026.46");
        (await duty.Page("/rollout")).ShouldNotContain("can ship");
        await duty.SetClock(Noon + Duration.FromMinutes(20));
        (await duty.Get($"rollouts/{rollout}")).Text("status").ShouldBe("unknown", "no watch without a finding");
        for (var minute = 20; minute < 24; minute++)
        {
            await Send(duty, project, [minute], 1, "2026.47");
            await duty.SetClock(Noon + Duration.FromMinutes(minute + 1));
        }
        told = await duty.Get($"rollouts/{rollout}");
        told.Text("status").ShouldBe("watching");
        RunningDuty.Time(told.Text("watch.until")!).ShouldBeGreaterThan(Noon + Duration.FromMinutes(35));
    }

    /// <summary>Two hours were measured, and a rollout was made elsewhere.</summary>
    static async Task<(string Project, long Rollout)> Switched(RunningDuty duty)
    {
        await duty.SetClock(Noon);
        await duty.Post("duties", new { id = "engineering", playbook = RolloutWorld.Playbook() });
        var project = (await duty.Post("projects", new { name = "shop" })).Text("id")!;
        await Send(duty, project, Enumerable.Range(-120, 120), slower: 1);
        var rollout = await duty.Post(
            "rollouts",
            new
            {
                release = "2026.47",
                commit = RolloutWorld.New,
                environment = "production",
            }
        );
        return (project, rollout.Number("id"));
    }

    /// <summary>One minute goes by; who is called then.</summary>
    static async Task<string> Calls(
        RunningDuty duty,
        string project,
        long rollout,
        int minute,
        double slower = 2,
        string release = ""
    )
    {
        await Send(duty, project, [minute], slower, release);
        await duty.SetClock(Noon + Duration.FromMinutes(minute + 1));
        return (await duty.Get($"rollouts/{rollout}")).GetProperty("watch").GetProperty("calls").GetRawText();
    }

    static async Task Send(
        RunningDuty duty,
        string project,
        IEnumerable<int> minutes,
        double slower,
        string release = ""
    )
    {
        var csv = new StringWriter();
        MinutesCsv.Write(
            csv,
            minutes.SelectMany(m => Endpoints.Select((e, i) => Minute(m, e, i, slower) with { Release = release }))
        );
        using var body = new StringContent(csv.ToString(), Encoding.UTF8, "text/csv");
        await duty.Post($"metrics?project={project}&environment=production", body);
    }

    static EndpointMinute Minute(int minute, string endpoint, int number, double slower)
    {
        var random = new Random(1000 * number + minute + 500);
        var histogram = new DurationHistogram();
        for (var request = 0; request < 40; request++)
            histogram.Add((20 + number) * (endpoint == Slow ? slower : 1) * Math.Exp(random.NextDouble() - 0.5));
        return new EndpointMinute
        {
            Service = "shop",
            Environment = "production",
            Endpoint = endpoint,
            Minute = Noon + Duration.FromMinutes(minute),
            Count = 40,
            Errors = 0,
            SumMs = histogram.Sum,
            Histogram = histogram,
        };
    }
}
