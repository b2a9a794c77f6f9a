using DutyGuy.EndToEnd.Gallery;
using Microsoft.Playwright;

namespace DutyGuy.EndToEnd;

/// <summary>The wall says what it knows, and that it does not know any more.</summary>
public sealed class WallTests(Chromium chromium)
{
    const string Wall = "/wall?key=wall-key-for-tests";

    [Fact]
    public async Task Without_its_server_the_wall_shows_no_colour_and_since_when()
    {
        var exhibit = await Exhibit.Quiet();
        var page = await chromium.Open(exhibit, Wall, View.Wall);
        (await page.Locator(".band .st").InnerTextAsync()).ShouldBe("Main is green");
        await exhibit.DisposeAsync();
        await page.Locator("body.stale").WaitForAsync(new() { Timeout = 60_000 });
        (await page.Locator(".band .st").InnerTextAsync()).ShouldBe("Main: cannot tell");
        (await page.Locator(".band p").Last.InnerTextAsync()).ShouldBe("green at 14:08");
        (await page.Locator(".asof").InnerTextAsync()).ShouldBe("stale since 14:08:31");
        (await page.Locator("dd").AllInnerTextsAsync()).ShouldBe(["16:00", "?", "?"]);
    }

    [Theory]
    [InlineData(Media.Screen)]
    [InlineData(Media.Print)]
    public async Task S10_Nothing_on_the_wall_is_small_at_1080p_and_on_paper_neither(Media media)
    {
        await using var exhibit = await Exhibit.Red();
        var page = await chromium.Open(exhibit, Wall, View.Wall);
        await page.EmulateMediaAsync(new() { Media = media });
        var smallest = await page.EvaluateAsync<double>(
            "Math.min(...[...document.querySelectorAll('main *')].map(e => parseFloat(getComputedStyle(e).fontSize)))"
        );
        smallest.ShouldBeGreaterThan(60);
    }
}
