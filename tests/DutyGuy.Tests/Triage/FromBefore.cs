using System.Net;
using DutyGuy.Domain;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Triage;

/// <summary>The baseline: what a project held open when it was connected is one line, until it comes back.</summary>
public class FromBefore
{
    [Theory, OnBothDatabases]
    public async Task What_is_open_without_an_owner_becomes_one_line_with_its_true_count(DatabaseKind database)
    {
        await using var shop = await Shop.Open(database);
        var owner = await shop.App.As("owner", Role.ProcessOwner);
        foreach (var type in new[] { "Old1", "Old2" })
            await shop.Error(type);
        var owned = await shop.Error("Owned");
        await shop.Duty.Post($"errors/{owned}/assign", new { person = shop.Others[0] });
        var path = $"projects/{shop.Sender.Project}/baseline";
        await shop.Duty.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, path);
        (await owner.Post(path)).Number("errors").ShouldBe(2);
        (await shop.Board()).Texts("lines", "title").ShouldBe(["2 from before"]);
        (await shop.Board()).Texts("others", "title").ShouldContain("Owned: it broke");
        (await owner.Post(path)).Text("errors").ShouldBe("0");
        (await shop.App.Facts("engineering"))
            .Where(f => f.Text("kind") == "baseline declared")
            .ShouldHaveSingleItem()
            .Text("text")
            .ShouldBe("Owner declared what shop has open the baseline: 2 errors from before.");
        (await shop.App.Get("audit")).Texts("items", "what").ShouldContain($"POST /api/v1/{path}");
    }

    [Fact]
    public async Task A_new_error_counts_as_usual_and_so_does_one_that_comes_again_after_it_was_resolved()
    {
        await using var shop = await Shop.Open();
        var back = await shop.Error("Old1");
        await shop.Error("Old2");
        await shop.App.Post($"projects/{shop.Sender.Project}/baseline");
        await shop.Error("New");
        await shop.Error("Old2");
        (await shop.Board())
            .Texts("lines", "title")
            .ShouldBe(["Find an owner: New: it broke", "2 from before"], ignoreOrder: true);
        await shop.Duty.Post($"errors/{back}/resolve");
        (await shop.Board()).Texts("lines", "title").ShouldContain("1 from before");
        await shop.Error("Old1");
        (await shop.Board())
            .Texts("lines", "title")
            .ShouldBe(
                ["Find an owner: New: it broke", "Find an owner: Old1: it broke", "1 from before"],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task The_page_says_what_it_does_and_how_many_it_concerns_to_who_may()
    {
        await using var shop = await Shop.Open();
        foreach (var type in new[] { "Old1", "Old2" })
            await shop.Error(type);
        var owner = await shop.App.As("owner", Role.ProcessOwner);
        var form = $"/settings/projects/{shop.Sender.Project}/baseline";
        var page = await owner.Page("/settings");
        page.ShouldContain("the 2 open errors without an owner become one line");
        page.ShouldContain($"action=\"{form}\"");
        (await shop.Duty.Page("/settings")).ShouldNotContain(form);
        (await owner.Send(HttpMethod.Post, form)).Status.ShouldBe(HttpStatusCode.Found);
        (await owner.Page("/triage")).ShouldContain("2 from before");
        (await owner.Page("/settings")).ShouldNotContain(form);
    }
}
