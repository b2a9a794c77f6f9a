using DutyGuy.Commands;
using DutyGuy.Tests.Adapters;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Workers;

/// <summary>What is known of a repository's history grows with each fetch and outlives what happens to it.</summary>
public class KnownHistory
{
    [Fact]
    public async Task It_grows_with_each_fetch_and_is_shown()
    {
        using var source = new RealRepository();
        WatchedShop.Written(source, "a.cs", "Lea", 3);
        await using var shop = await WatchedShop.Open(source);
        await Known(shop, 3);
        WatchedShop.Written(source, "a.cs", "Mel", 2);
        await Known(shop, 5);
        (await shop.App.Page("/settings")).ShouldContain("5 commits of its history are known.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(-7)]
    public async Task What_a_kill_left_half_written_is_read_again(int length)
    {
        using var source = new RealRepository();
        WatchedShop.Written(source, "a.cs", "Lea", 3);
        await using var shop = await WatchedShop.Open(source);
        var file = Path.Combine(shop.App.Part<ServeSettings>().Folder, "repositories", "shop.history");
        using (var left = File.OpenWrite(file))
            left.SetLength(length >= 0 ? length : left.Length + length);
        WatchedShop.Written(source, "a.cs", "Mel", 1);
        await Known(shop, 4);
    }

    [Fact]
    public async Task A_rewritten_main_makes_it_anew()
    {
        using var source = new RealRepository();
        WatchedShop.Written(source, "a.cs", "Lea", 4);
        await using var shop = await WatchedShop.Open(source);
        source.Git("reset", "--quiet", "--hard", "HEAD~3");
        WatchedShop.Written(source, "b.cs", "Mel", 1);
        await Known(shop, 2);
        shop.Histories.Of("shop")!.Files.FileOf(new("b.cs", 1, null, true)).ShouldBe("b.cs");
    }

    [Fact]
    public async Task An_error_is_at_a_line_of_its_file_wherever_it_was_built()
    {
        using var source = new RealRepository();
        WatchedShop.Written(source, "src/cart/pay.cs", "Lea", 1);
        await using var shop = await WatchedShop.Open(source);
        const string frame = """{"abs_path":"/tmp/b7/cart/pay.cs","function":"<Pay>b__1","lineno":5,"in_app":true}""";
        using var sent = new StringContent(
            $$$"""{"exception":[{"type":"Shop.Refused","value":"no","stacktrace":{"frames":[{{{frame}}}]}}]}"""
        );
        using var answer = await new Intake.Sender(shop.App.Nobody.Http, 1, "key").Send(sent, route: "store");
        answer.EnsureSuccessStatusCode();
        var error = (await shop.App.Get("errors")).Items().ShouldHaveSingleItem();
        (error.Text("title"), error.Text("culprit")).ShouldBe(("Refused: no", "src/cart/pay.cs:5"));
        var page = await shop.App.Page($"/triage?error={error.Number("id")}");
        page.ShouldContain("src/cart/pay.cs:5");
        page.ShouldContain("Pay (lambda)");
    }

    [Fact]
    public async Task Main_that_goes_back_is_followed()
    {
        using var source = new RealRepository();
        WatchedShop.Written(source, "a.cs", "Lea", 4);
        await using var shop = await WatchedShop.Open(source);
        source.Git("reset", "--quiet", "--hard", "HEAD~2");
        await Known(shop, 2);
    }

    [Fact]
    public async Task When_the_repository_is_gone_what_was_known_stands()
    {
        using var source = new RealRepository();
        WatchedShop.Written(source, "a.cs", "Lea", 2);
        await using var shop = await WatchedShop.Open(source);
        Directory.Move(Path.Combine(source.Path, ".git"), Path.Combine(source.Path, "gone"));
        (await shop.App.Post("repositories/shop/fetch")).Text("lastFailure").ShouldNotBeNull();
        await shop.Histories.Settled();
        (await shop.App.Get("repositories/shop")).Number("history.commits").ShouldBe(2);
    }

    static async Task Known(WatchedShop shop, int commits)
    {
        await shop.Fetch();
        var told = await shop.App.Get("repositories/shop");
        (told.Number("history.commits"), told.Text("history.of"), told.Text("history.failure")).ShouldBe(
            (commits, null, null)
        );
        shop.Histories.Of("shop")!.Commits.ShouldBe(commits);
    }
}
