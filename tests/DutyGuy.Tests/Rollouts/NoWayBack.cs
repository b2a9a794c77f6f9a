using System.Net;
using System.Text.Json;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.Adapters;
using DutyGuy.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Tests.Rollouts;

/// <summary>S98: a change without a way back is known by its trailer, by its files, and by what somebody ticks.</summary>
public class NoWayBack
{
    [Theory, OnBothDatabases]
    public async Task S98_a_trailer_and_a_pattern_mark_commits_of_main_also_of_what_a_merge_brings(
        DatabaseKind database
    )
    {
        using var source = new RealRepository();
        source.Commit("Mel", "First");
        var said = source.Commit(
            "Mel",
            "Second\n\nBecause.\n\nOne-way: drops the column seats\nReviewed-by: Lea <l@x>"
        );
        source.Git("switch", "--quiet", "-c", "topic");
        source.Write("db/migrations/0042.sql", "drop table seats");
        source.Commit("Lea", "On a branch\n\none-way: the table is gone");
        source.Git("switch", "--quiet", "main");
        var merge = source.Merge("Mel", "topic");
        source.Write("README", "hello");
        source.Commit("Lea", "Words");
        await using var duty = await DutyApp.Start(database);
        await duty.Post("repositories", new { id = "shop", url = source.Path });
        await duty.Post("repositories/shop/fetch");
        (await Marks(duty)).ShouldBe([$"{said}: drops the column seats", $"{merge}: the table is gone"]);
        var changed = await duty.Patch(
            "repositories/shop",
            new { oneWay = new[] { "*.sql", "README" }, required = new[] { "build" } }
        );
        changed.GetProperty("required").EnumerateArray().Select(r => r.GetString()).ShouldBe(["build"]);
        (await Marks(duty)).Count.ShouldBe(3, "the kept commits are looked at again");
        await duty.Patch("repositories/shop", new { oneWay = new[] { "**/migrations/**" } });
        (await Marks(duty)).Count.ShouldBe(2);
        source.Write("migrations/1.sql", "x");
        var top = source.Commit("Lea", "At the top");
        await duty.Post("repositories/shop/fetch");
        (await Marks(duty))[^1].ShouldBe($"{top}: changes **/migrations/**");
        var cleared = await duty.Patch("repositories/shop", new JsonObjectWithNull());
        cleared.GetProperty("required").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_pattern_that_git_does_not_understand_is_told_and_breaks_nothing()
    {
        using var source = new RealRepository();
        source.Commit("Mel", "First");
        await using var duty = await DutyApp.Start();
        await duty.Post(
            "repositories",
            new
            {
                id = "shop",
                url = source.Path,
                oneWay = new[] { "/db" },
            }
        );
        (await duty.Post("repositories/shop/fetch")).Text("lastFailure")!.ShouldContain("“/db”");
        (await duty.Part<DutyStore>().Read(db => db.MainCommits.CountAsync())).ShouldBe(1);
        await duty.Refused(
            HttpStatusCode.BadRequest,
            HttpMethod.Patch,
            "repositories/shop",
            new { oneWay = new[] { ":(no)x" } }
        );
        await duty.Refused(
            HttpStatusCode.BadRequest,
            HttpMethod.Patch,
            "repositories/shop",
            new { oneWay = new[] { new string('x', 201) } }
        );
        await duty.Refused(HttpStatusCode.BadRequest, HttpMethod.Patch, "repositories/shop", new { url = "x" });
        (await duty.Patch("repositories/shop", new { oneWay = new[] { "db/" } })).Text("lastFailure").ShouldBeNull();
        await (await duty.As("lea")).Refused(
            HttpStatusCode.Forbidden,
            HttpMethod.Patch,
            "repositories/shop",
            new { oneWay = new[] { "db/" } }
        );
    }

    [Fact]
    public async Task S98_it_is_said_before_the_press_and_afterwards_what_to_do_instead()
    {
        await using var world = await RolloutWorld.Start();
        await world.ServesAlready(RolloutWorld.Old);
        await world.Duty.Advance("PT20M");
        await world
            .Duty.Part<DutyStore>()
            .Change(async db =>
            {
                var commit = await db.MainCommits.FirstAsync(c => c.Sha == RolloutWorld.Middle);
                await db.Replace(commit with { OneWay = "drops the column seats" });
            });
        var next = await world.Duty.Get("rollouts/next");
        (next.Text("oneWay.0.commit"), next.Text("oneWay.0.why")).ShouldBe(
            (RolloutWorld.Middle, "drops the column seats")
        );
        (await world.Mel.Page("/rollout")).ShouldContain("no way back behind 2222222");
        var id = (await world.Press(overrideReason: "A second one today")).Number("id");
        (await world.Until(id, "watching")).Text("noWayBack").ShouldBe("2222222: drops the column seats");
        var page = await world.Mel.Page($"/rollouts/{id}");
        page.ShouldNotContain("Roll back now");
        page.ShouldContain("Ship a fix forward");
        var refused = await world.Mel.Refused(HttpStatusCode.Conflict, HttpMethod.Post, $"rollouts/{id}/roll-back");
        refused.Text("detail")!.ShouldContain("Ship a fix forward");
        world.Runs.ShouldBe([$"run {RolloutWorld.New}"]);
    }

    /// <summary>A field that is there and null.</summary>
    sealed record JsonObjectWithNull
    {
        [System.Text.Json.Serialization.JsonIgnore(
            Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never
        )]
        public string? Required => null;
    }

    static async Task<IReadOnlyList<string>> Marks(DutyApp duty) =>
        [
            .. (
                await duty.Part<DutyStore>()
                    .Read(db => db.MainCommits.Where(c => c.OneWay != null).OrderBy(c => c.Ordinal).ToListAsync())
            ).Select(c => $"{c.Sha}: {c.OneWay}"),
        ];
}
