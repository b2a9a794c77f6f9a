using System.Net;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Rollouts;

/// <summary>A duty with two repositories ships the one that it names, and rollouts of the other change nothing of it.</summary>
public class TwoRepositories
{
    const string Site = "9999999999999999999999999999999999999999";

    [Fact]
    public async Task Nothing_ships_until_it_is_said_which_and_then_only_that_one()
    {
        await using var world = await RolloutWorld.Start();
        await SiteJoins(world);
        var next = await world.Duty.Get("rollouts/next");
        next.Text("to").ShouldBeNull();
        next.Items("gates")[0].Text("why")!.ShouldContain("It is not said which of shop, site ships");
        (await world.Duty.Page("/rollout")).ShouldContain("Which repository ships?");
        var problem = await world.Duty.Refused(
            HttpStatusCode.BadRequest,
            HttpMethod.Patch,
            "duties/engineering",
            new { ships = "shopp" }
        );
        problem.Text("errors.ships.0")!.ShouldContain("shop, site");
        (await world.Duty.Patch("duties/engineering", new { ships = "shop" })).Text("ships").ShouldBe("shop");
        (await world.Duty.Get("rollouts/next")).Text("to").ShouldBe(RolloutWorld.New);
        await world.Duty.Patch("duties/engineering", new { ships = "site" });
        (await world.Duty.Get("rollouts/next")).Text("to").ShouldBe(Site);
    }

    [Theory]
    [InlineData("site")]
    [InlineData(null)]
    public async Task A_rollout_of_the_other_one_is_watched_and_changes_nothing(string? service)
    {
        await using var world = await RolloutWorld.Start();
        await SiteJoins(world);
        await world.Duty.Patch("duties/engineering", new { ships = "shop" });
        await world.ServesAlready(RolloutWorld.Middle);
        await world.Duty.SetClock("2026-11-24T15:30:00Z");
        await world.Mel.Post("duties/engineering/take-over");
        var told = await world.Duty.Post(
            "rollouts",
            new
            {
                release = "site-7",
                commit = Site,
                environment = "production",
                service,
            }
        );
        told.Text("status").ShouldBe("watching");
        var next = await world.Duty.Get("rollouts/next");
        (next.Text("from"), next.Text("to"), next.Yes("canShip")).ShouldBe(
            (RolloutWorld.Middle, RolloutWorld.New, true)
        );
        (await world.Duty.Board("engineering")).Texts("lines", "rule").ShouldContain("rollout");
    }

    [Fact]
    public async Task A_red_main_of_either_holds_the_rollout()
    {
        await using var world = await RolloutWorld.Start();
        await SiteJoins(world, "failing");
        await world.Duty.Patch("duties/engineering", new { ships = "shop" });
        var gates = (await world.Duty.Get("rollouts/next")).Items("gates");
        gates.Single(g => g.Text("gate") == "Main is green").Text("state").ShouldBe("fail");
    }

    static async Task SiteJoins(RolloutWorld world, string status = "passing")
    {
        var commit = new MainCommit
        {
            Repository = "site",
            Sha = Site,
            Ordinal = 900,
            Title = "A page",
            AuthorName = "Lea",
            AuthorMail = "lea@clinic.example",
            AuthoredAt = RolloutWorld.Afternoon,
            SeenAt = RolloutWorld.Afternoon,
        };
        await world.Duty.Part<DutyStore>().Change(db => db.MainCommits.AddAsync(commit).AsTask());
        await world.Duty.Post(
            "signals/ci",
            new
            {
                repository = "site",
                branch = "main",
                commit = Site,
                status,
            }
        );
    }
}
