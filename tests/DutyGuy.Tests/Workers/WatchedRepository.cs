using System.Net;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.Adapters;
using DutyGuy.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Tests.Workers;

/// <summary>A repository that the server watches: its main line is kept, also when it is rewritten or cannot be read.</summary>
public class WatchedRepository
{
    [Theory, OnBothDatabases]
    public async Task The_line_of_main_is_kept_in_its_order(DatabaseKind database)
    {
        using var source = new RealRepository();
        var first = source.Commit("Mel", "First");
        source.Git("switch", "--quiet", "-c", "topic");
        source.Commit("Lea", "On a branch");
        source.Git("switch", "--quiet", "main");
        var merge = source.Merge("Mel", "topic");
        await using var duty = await DutyApp.Start(database);
        await Watch(duty, source);
        (await Line(duty)).ShouldBe([first, merge]);
        var next = source.Commit("Lea", "Next");
        (await duty.Post("repositories/shop/fetch")).Text("lastFailure").ShouldBeNull();
        (await Line(duty)).ShouldBe([first, merge, next]);
    }

    [Fact]
    public async Task Commits_that_a_rewritten_history_dropped_are_gone_and_later_ones_stand_above_them()
    {
        using var source = new RealRepository();
        var first = source.Commit("Mel", "First");
        var dropped = source.Commit("Mel", "Dropped");
        await using var duty = await DutyApp.Start();
        await Watch(duty, source);
        var before = await Places(duty);
        source.Git("reset", "--quiet", "--hard", first);
        var instead = source.Commit("Lea", "Instead");
        await duty.Post("repositories/shop/fetch");
        var after = await Places(duty);
        after.Keys.ShouldBe([first, instead], ignoreOrder: true);
        after[instead].ShouldBeGreaterThan(before[dropped]);
    }

    [Fact]
    public async Task A_repository_that_cannot_be_read_says_why_once_and_when_it_can_again()
    {
        using var source = new RealRepository();
        source.Commit("Mel", "First");
        await using var duty = await DutyApp.Start();
        await Watch(duty, source);
        Directory.Move(Path.Combine(source.Path, ".git"), Path.Combine(source.Path, "away"));
        (await duty.Post("repositories/shop/fetch")).Text("lastFailure").ShouldNotBeNull();
        await duty.Post("repositories/shop/fetch");
        Directory.Move(Path.Combine(source.Path, "away"), Path.Combine(source.Path, ".git"));
        (await duty.Post("repositories/shop/fetch")).Text("lastFailure").ShouldBeNull();
        var told = await duty.Part<DutyStore>()
            .Read(db => db.Facts.Where(f => f.Kind == FactKind.Source).OrderBy(f => f.Id).ToListAsync());
        told.Count.ShouldBe(2);
        told[0].Text.ShouldStartWith("The repository shop cannot be read:");
        told[1].Text.ShouldBe("The repository shop can be read again.");
    }

    [Theory]
    [InlineData("shop", "ext::sh -c id")]
    [InlineData("shop", "http://example.org/shop.git")]
    [InlineData("../shop", "https://example.org/shop.git")]
    public async Task What_is_no_address_or_no_name_is_refused(string id, string url)
    {
        await using var duty = await DutyApp.Start();
        await duty.Refused(HttpStatusCode.BadRequest, HttpMethod.Post, "repositories", new { id, url });
    }

    [Fact]
    public async Task A_password_in_an_address_is_not_shown_again()
    {
        await using var duty = await DutyApp.Start();
        var url = "https://reader:" + "hunter2@127.0.0.1:1/shop.git";
        var added = await duty.Post("repositories", new { id = "shop", url });
        added.Text("url").ShouldBe("https://127.0.0.1:1/shop.git");
        (await duty.Page("/api/v1/repositories")).ShouldNotContain("hunter2");
        (await duty.Post("repositories/shop/fetch")).Text("lastFailure")!.ShouldNotContain("hunter2");
    }

    static async Task Watch(DutyApp duty, RealRepository source)
    {
        await duty.Post("repositories", new { id = "shop", url = source.Path });
        (await duty.Post("repositories/shop/fetch")).Text("lastFailure").ShouldBeNull();
    }

    static async Task<IReadOnlyList<string>> Line(DutyApp duty) =>
        [.. (await Places(duty)).OrderBy(c => c.Value).Select(c => c.Key)];

    static Task<Dictionary<string, long>> Places(DutyApp duty) =>
        duty.Part<DutyStore>().Read(db => db.MainCommits.ToDictionaryAsync(c => c.Sha, c => c.Ordinal));
}
