using System.Net;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.Adapters;
using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Peers;
using DutyGuy.Tests.Rollouts;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DutyGuy.Tests.Workers;

/// <summary>Response times of an application that a Prometheus looks at: its histograms become minutes of endpoints.</summary>
public class ResponseTimesFromPrometheus
{
    static readonly Duration Minute = Duration.FromMinutes(1);

    [Theory]
    [InlineData("classic", DatabaseKind.Sqlite)]
    [InlineData("native", DatabaseKind.Postgres)]
    public async Task Every_minute_comes_in_as_it_was_served_and_the_endpoint_that_got_slower_is_named(
        string kind,
        DatabaseKind database
    )
    {
        await using var clinic = await MeasuredClinic.Start(kind);
        await using var duty = await DutyApp.Start(database, clinic.Released);
        var rollout = await SetUp(duty, clinic.Url);
        // What is there already is read at once, then what comes, and nothing twice.
        await duty.SetClock(clinic.Released + 10 * Minute);
        await duty.SetClock(clinic.End + Duration.FromSeconds(15));

        var rows = await duty.Part<DutyStore>().Read(db => db.Minutes.ToListAsync());
        var served = clinic.Served();
        // Of a process's first moments nobody knows: nobody had looked at it before.
        foreach (var row in rows.Where(r => r.Minute != clinic.Begin && r.Minute != clinic.Released))
        {
            var truth = served[(row.Endpoint["GET ".Length..], row.Minute)];
            row.Count.ShouldBe(truth.Count, 0.01, $"{row.Endpoint} at {row.Minute}");
            row.Errors.ShouldBe(truth.Count(one => one.Failed), 0.01);
            row.SumMs.ShouldBe(truth.Sum(one => one.Ms), 1);
            var middle = truth.Select(one => one.Ms).Order().ElementAt(truth.Count / 2);
            DurationHistogram.Parse(row.Histogram).Quantile(0.5).ShouldBeInRange(middle / 1.5, middle * 1.5);
        }
        rows.Count.ShouldBe(60 * 3);

        var told = await duty.Get($"rollouts/{rollout}/performance");
        var worst = told.Items().Where(e => e.GetProperty("regressed").GetBoolean()).ShouldHaveSingleItem();
        worst.Text("endpoint").ShouldBe("GET /agenda");
        worst.GetProperty("change").GetDouble().ShouldBe(2, 0.4);
        var connection = (await duty.Get("connections")).Items().Single();
        connection.Text("readUntil").ShouldBe(clinic.End.ToString());
        connection.Text("lastFailure").ShouldBeNull();
        (await duty.Page("/settings")).ShouldContain("works");
    }

    [Fact]
    public async Task What_cannot_be_read_says_what_to_mend_and_when_it_is_mended_the_last_day_is_read()
    {
        await using var clinic = await MeasuredClinic.Start("classic");
        await using var duty = await DutyApp.Start(now: clinic.End);
        await SetUp(duty, clinic.Url, ("metric", "request_seconds"));
        (await Failure(duty)).ShouldBe(
            "Prometheus has no requests of the histogram “request_seconds” here. "
                + "It knows http_request_duration_seconds."
        );
        await Change(duty, clinic.Url, ("filter", "job=clinic"));
        (await Failure(duty)).ShouldNotBeNull().ShouldStartWith("Prometheus refuses the question: ");
        await Change(duty, clinic.Url, ("filter", "job=\"shop\""));
        (await Failure(duty)).ShouldNotBeNull().ShouldContain("It knows the name: look at the setting “filter”");
        (await duty.Page("/settings")).ShouldContain("whether the application runs");

        await Change(duty, clinic.Url, ("filter", "job=\"clinic\""));
        (await Failure(duty)).ShouldBeNull();
        await duty.SetClock(clinic.End + Duration.FromSeconds(45));
        (await duty.Part<DutyStore>().Read(db => db.Minutes.CountAsync())).ShouldBe(60 * 3);
    }

    [Theory]
    [InlineData(401, "", "does not let us in (401). Set a token, or user and password.")]
    [InlineData(404, "Not here", "answers 404. Enter the address that stands before /api/v1.")]
    [InlineData(200, "<html>Welcome", "does not answer as Prometheus does.")]
    [InlineData(200, """{"data":3}""", "does not answer as Prometheus does.")]
    public async Task Another_server_is_told_apart(int status, string body, string says)
    {
        await using var other = await ChatServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        });
        await using var duty = await DutyApp.Start();
        await SetUp(duty, other.Url);
        (await Failure(duty)).ShouldNotBeNull().ShouldContain(says);
        await duty.Advance("PT1M");
        await duty.Advance("PT1M");
        (await duty.Facts("engineering"))
            .Count(f => f.Text("text")!.Contains("cannot be read"))
            .ShouldBeLessThanOrEqualTo(1, "said once");
    }

    [Theory]
    [InlineData("project", "77", "There is no project 77")]
    [InlineData("project", "shop", "“shop” is not the number of a project.")]
    [InlineData("endpoint", "method,a-path", "“a-path” is not a label")]
    [InlineData("metric", "up{}", "“up{}” is not the name of a metric")]
    [InlineData("url", "clinic:9090", "is not an address of the web")]
    public async Task A_wrong_setting_is_refused(string name, string value, string says)
    {
        await using var duty = await DutyApp.Start();
        var settings = Settings("http://127.0.0.1:9", (name, value));
        await duty.Post("projects", new { name = "clinic" });
        var refused = await duty.Refused(
            HttpStatusCode.BadRequest,
            HttpMethod.Post,
            "connections",
            new
            {
                kind = "prometheus",
                name = "metrics",
                settings,
            }
        );
        refused.Text("detail").ShouldNotBeNull().ShouldContain(says);
    }

    /// <summary>A duty, a project, a rollout of now, and the connection. The number of the rollout.</summary>
    static async Task<long> SetUp(DutyApp duty, string url, params (string, string)[] settings)
    {
        await duty.Post("duties", new { id = "engineering", playbook = RolloutWorld.Playbook() });
        await duty.Post("projects", new { name = "clinic" });
        var rollout = await duty.Post(
            "rollouts",
            new
            {
                release = "2026.47",
                commit = RolloutWorld.New,
                environment = "production",
            }
        );
        await duty.Post("connections", Connection(url, settings));
        return rollout.Number("id");
    }

    static Task Change(DutyApp duty, string url, params (string, string)[] settings) =>
        duty.Put("connections/1", Connection(url, settings));

    static object Connection(string url, (string, string)[] settings) =>
        new
        {
            kind = "prometheus",
            name = "metrics",
            settings = Settings(url, settings),
        };

    static Dictionary<string, string> Settings(string url, params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string>
        {
            ["url"] = url,
            ["project"] = "1",
            ["endpoint"] = "method, handler",
        };
        foreach (var (name, value) in more)
            settings[name] = value;
        return settings;
    }

    static async Task<string?> Failure(DutyApp duty) => (await duty.Post("connections/1/test")).Text("lastFailure");
}
