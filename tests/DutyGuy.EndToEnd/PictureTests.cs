using DutyGuy.EndToEnd.Gallery;

namespace DutyGuy.EndToEnd;

/// <summary>Draws every page; with DUTY_PICTURES=folder the pictures are kept (for the README and for the eye).</summary>
public sealed class PictureTests(Chromium chromium, States states)
{
    [Theory]
    [MemberData(nameof(EveryPage.All), MemberType = typeof(EveryPage))]
    public async Task Every_page_has_an_answer_and_no_sideways_scroll(string state, string path, string handle)
    {
        var exhibit = await states.Of(state);
        var page = await chromium.Open(exhibit, path, View.Desk, handle);
        foreach (var view in new[] { View.Desk, View.Phone, View.Wall, View.Desk with { Dark = true } })
        {
            await Chromium.Turn(page, view);
            (await page.Locator("h1").InnerTextAsync()).ShouldNotBeNullOrWhiteSpace();
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(
                view.Width
            );
            await Keep(
                page,
                $"{state}{path.Replace('/', '-').Replace('?', '-').Split('=')[0]}-{handle}-{view.Width}{(view.Dark ? "-dark" : "")}"
            );
        }
        await page.Context.CloseAsync();
    }

    /// <summary>As people see it: without the word about the test's clock, and as high as the page, so that a phone's bar is below.</summary>
    static async Task Keep(Microsoft.Playwright.IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("DUTY_PICTURES") is not { } folder)
            return;
        await page.EvaluateAsync("document.querySelectorAll('.banner').forEach(e => e.remove())");
        var height = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        await page.SetViewportSizeAsync(page.ViewportSize!.Width, height);
        await page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(folder, name + ".png") });
    }
}
