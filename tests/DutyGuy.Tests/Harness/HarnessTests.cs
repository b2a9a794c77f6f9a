using System.Net;
using DutyGuy.Store;
using NodaTime;

namespace DutyGuy.Tests.Harness;

public class HarnessTests
{
    [Theory, OnBothDatabases]
    public async Task The_server_is_ready_on(DatabaseKind database)
    {
        await using var duty = await DutyApp.Start(database);
        (await duty.Nobody.Page("/health/ready")).ShouldBe("ready");
        (await duty.Part<DutyStore>().Read(db => Task.FromResult(db is PostgresDutyDb))).ShouldBe(
            database == DatabaseKind.Postgres
        );
    }

    [Fact]
    public async Task Two_servers_do_not_see_each_other()
    {
        await using var first = await DutyApp.Start();
        await using var second = await DutyApp.Start();
        await first.Advance("PT1H");
        (await first.Now()).ShouldBe(RunningDuty.AMonday + Duration.FromHours(1));
        (await second.Now()).ShouldBe(RunningDuty.AMonday);
    }

    [Fact]
    public async Task A_refusal_is_read_as_a_problem()
    {
        await using var duty = await DutyApp.Start();
        var problem = await duty.Refused(
            HttpStatusCode.Conflict,
            HttpMethod.Put,
            "test/clock",
            new { now = RunningDuty.AMonday - Duration.FromHours(1) }
        );
        problem.Text("detail").ShouldNotBeNull().ShouldContain("only goes forward");
    }
}
