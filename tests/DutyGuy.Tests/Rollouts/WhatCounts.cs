using System.Net;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Rollouts;

/// <summary>Which results of CI decide what main is and what ships: reports from the field that were misread.</summary>
public class WhatCounts
{
    [Theory, OnBothDatabases]
    public async Task A_red_main_stays_red_however_many_results_of_other_branches_come_after_it(DatabaseKind database)
    {
        await using var world = await RolloutWorld.Start(database);
        await world.Green(RolloutWorld.Middle);
        await world.Green(RolloutWorld.New, "failing");
        await world
            .Duty.Part<DutyStore>()
            .Change(db =>
            {
                db.CiResults.AddRange(Enumerable.Range(0, 1200).Select(i => Feature(i)));
                return Task.CompletedTask;
            });
        await Report(world, RolloutWorld.New, "passing", branch: "feature/last");
        var gates = (await world.Duty.Get("rollouts/next")).Items("gates");
        gates.Single(g => g.Text("gate") == "Main is green").Text("state").ShouldBe("fail");
        (await world.Duty.Get("rollouts/next"))
            .Text("to")
            .ShouldBe(RolloutWorld.Middle, "the red commit is no candidate");
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("main")]
    [InlineData("333333")]
    [InlineData("v1.2.3")]
    [InlineData("33333333333333333333333333333333333333330")]
    [InlineData("333333333333333333333333333333333333333g")]
    [InlineData("3333333 ")]
    [InlineData("4444444")]
    public async Task What_is_no_hash_of_the_repository_is_refused_and_hides_no_red(string commit)
    {
        await using var world = await RolloutWorld.Start();
        await world.Green(RolloutWorld.New, "failing");
        var problem = await world.Duty.Refused(
            HttpStatusCode.BadRequest,
            HttpMethod.Post,
            "signals/ci",
            Signal(commit)
        );
        problem.Text("errors.commit.0")!.ShouldContain("git rev-parse HEAD");
        (await MainGate(world)).ShouldBe("fail");
    }

    [Theory]
    [InlineData("3333333")]
    [InlineData("33333333333333333333")]
    public async Task The_beginning_of_one_commit_of_main_is_that_commit(string commit)
    {
        await using var world = await RolloutWorld.Start();
        var kept = await world.Duty.Post("signals/ci", Signal(commit));
        kept.Text("commit").ShouldBe(RolloutWorld.New);
    }

    [Fact]
    public async Task Capitals_are_small_letters()
    {
        await using var world = await RolloutWorld.Start();
        var hash = string.Concat(Enumerable.Repeat("AB", 20));
        (await world.Duty.Post("signals/ci", Signal(hash))).Text("commit").ShouldBe(hash.ToLowerInvariant());
    }

    [Fact]
    public async Task A_commit_on_which_a_pipeline_still_runs_is_no_candidate()
    {
        await using var world = await RolloutWorld.Start();
        await Report(world, RolloutWorld.Middle, "passing", "tests");
        await Report(world, RolloutWorld.Middle, "passing", "e2e");
        await Report(world, RolloutWorld.Middle, "passing", "");
        await Report(world, RolloutWorld.New, "passing", "tests");
        await Report(world, RolloutWorld.New, "running", "e2e");
        (await world.Duty.Get("rollouts/next")).Text("to").ShouldBe(RolloutWorld.Middle);
        await Report(world, RolloutWorld.New, "passing", "e2e");
        (await world.Duty.Get("rollouts/next")).Text("to").ShouldBe(RolloutWorld.New);
    }

    [Fact]
    public async Task Who_is_on_duty_says_that_a_pipeline_is_gone()
    {
        await using var world = await RolloutWorld.Start();
        await Report(world, RolloutWorld.New, "failing", "nightly");
        (await MainGate(world)).ShouldBe("fail");
        var gone = new { pipeline = "nightly" };
        await world.Lea.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, "repositories/shop/gone", gone);
        await world.Mel.Refused(
            HttpStatusCode.BadRequest,
            HttpMethod.Post,
            "repositories/shop/gone",
            new { pipeline = "nigthly" }
        );
        await world.Mel.Post("repositories/shop/gone", gone);
        (await world.Duty.Get("rollouts/next")).Items("gates").ShouldNotContain(g => g.Text("gate") == "Main is green");
        (await world.Record(FactKind.Source)).ShouldContain("Mel said that nightly of shop is gone.");
    }

    static async Task<string?> MainGate(RolloutWorld world) =>
        (await world.Duty.Get("rollouts/next"))
            .Items("gates")
            .Single(g => g.Text("gate") == "Main is green")
            .Text("state");

    static Task Report(
        RolloutWorld world,
        string commit,
        string status,
        string pipeline = "",
        string branch = "main"
    ) =>
        world.Duty.Post(
            "signals/ci",
            new
            {
                repository = "shop",
                pipeline,
                branch,
                commit,
                status,
            }
        );

    static object Signal(string commit) =>
        new
        {
            repository = "shop",
            branch = "main",
            commit,
            status = "passing",
        };

    static CiResult Feature(int i) =>
        new()
        {
            Repository = "shop",
            Branch = $"feature/{i}",
            Commit = $"{i:x40}",
            Status = CiStatus.Passing,
            At = RolloutWorld.Afternoon,
        };
}
