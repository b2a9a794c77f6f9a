using System.Net;
using System.Text;
using System.Text.Json;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Tests.Intake;

/// <summary>Minutes that something else measured: <c>POST metrics</c>.</summary>
public class MetricsTests
{
    static readonly long Minute = RunningDuty.AMonday.ToUnixTimeSeconds() / 60 * 60;

    [Theory, OnBothDatabases]
    public async Task Minutes_are_kept_and_one_told_again_replaces_the_one_before(DatabaseKind database)
    {
        await using var duty = await DutyApp.Start(database);
        var sender = await Sender.Of(duty);
        var path = $"metrics?project={sender.Project}&environment=production";
        var first = await duty.Post(
            path,
            Csv($"GET /a,{Minute - 60},shop@1,-,2,0,30,50 60", $"GET /b,{Minute},shop@1,-,1,1,20,58")
        );
        first.Number("minutes").ShouldBe(2);
        await duty.Post(path, Csv($"GET /a,{Minute - 60},shop@1,-,3,0,45,50 60:2"));
        var kept = await duty.Part<DutyStore>().Read(db => db.Minutes.OrderBy(m => m.Endpoint).ToListAsync());
        kept.Select(m => (m.Endpoint, m.Count, m.Errors)).ShouldBe([("GET /a", 3, 0), ("GET /b", 1, 1)]);
    }

    [Theory]
    [InlineData("nonsense", "line 1")]
    [InlineData("GET /a,61,shop@1,-,1,0,10,50", "line 2: minute")]
    [InlineData("GET /a,99999999960,shop@1,-,1,0,10,50", "not come yet")]
    public async Task What_is_wrong_is_said_and_nothing_is_kept(string row, string says)
    {
        await using var duty = await DutyApp.Start();
        var sender = await Sender.Of(duty);
        var good = $"GET /b,{Minute},shop@1,-,1,0,20,58";
        using var body = row == "nonsense" ? new StringContent("a,b\n1,2") : Csv(row, good);
        var path = $"metrics?project={sender.Project}&environment=production";
        var problem = await duty.Refused(HttpStatusCode.BadRequest, HttpMethod.Post, path, body);
        problem.Text("detail").ShouldNotBeNull().ShouldContain(says);
        (await duty.Part<DutyStore>().Read(db => db.Minutes.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_project_that_is_not_there_is_named()
    {
        await using var duty = await DutyApp.Start();
        using var body = Csv($"GET /b,{Minute},shop@1,-,1,0,20,58");
        var path = "metrics?project=77&environment=production";
        var problem = await duty.Refused(HttpStatusCode.BadRequest, HttpMethod.Post, path, body);
        problem.Text("detail").ShouldNotBeNull().ShouldContain("77");
    }

    [Theory, OnBothDatabases]
    public async Task Response_times_that_come_after_the_first_error_are_watched_too(DatabaseKind database)
    {
        await using var duty = await DutyApp.Start(database);
        var sender = await Sender.Of(duty);
        await sender.Error("Timeout", "production");
        await sender.Send(Transaction("production"));
        var seen = await duty.Part<DutyStore>().Read(db => db.ProjectEnvironments.ToListAsync());
        seen.ShouldHaveSingleItem().Timings.ShouldBeTrue();
    }

    static string Transaction(string environment)
    {
        var id = Guid.NewGuid().ToString("N");
        var at = RunningDuty.AMonday.ToUnixTimeSeconds();
        var item = JsonSerializer.Serialize(
            new
            {
                event_id = id,
                type = "transaction",
                environment,
                transaction = "GET /a",
                start_timestamp = at - 1,
                timestamp = at,
                contexts = new { trace = new { op = "http.server", status = "ok" } },
            }
        );
        return $"{{\"event_id\":\"{id}\"}}\n{{\"type\":\"transaction\"}}\n{item}";
    }

    static StringContent Csv(params string[] rows) =>
        new($"{MinutesCsv.Header}\n{string.Join('\n', rows)}\n", Encoding.UTF8, "text/csv");
}
