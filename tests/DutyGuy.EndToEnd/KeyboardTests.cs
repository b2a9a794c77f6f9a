using DutyGuy.EndToEnd.Gallery;

namespace DutyGuy.EndToEnd;

/// <summary>Everything can be reached and pressed without a mouse, and read without scripts.</summary>
public sealed class KeyboardTests(Chromium chromium)
{
    [Fact]
    public async Task The_first_tab_stop_skips_to_the_page()
    {
        await using var exhibit = await Exhibit.Red();
        var page = await chromium.Open(exhibit, "/", View.Desk);
        await page.Keyboard.PressAsync("Tab");
        (await page.Locator(":focus").InnerTextAsync()).ShouldBe("Skip to the page");
        await page.Keyboard.PressAsync("Enter");
        (await page.Locator(":focus").GetAttributeAsync("id")).ShouldBe("main");
    }

    [Fact]
    public async Task Question_mark_shows_the_keys_and_escape_hides_them()
    {
        await using var exhibit = await Exhibit.Busy();
        var page = await chromium.Open(exhibit, "/triage", View.Desk);
        await page.Keyboard.PressAsync("?");
        (await page.Locator("#keys").IsVisibleAsync()).ShouldBeTrue();
        await page.Keyboard.PressAsync("Escape");
        (await page.Locator("#keys").IsVisibleAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task J_and_k_walk_through_the_errors()
    {
        await using var exhibit = await Exhibit.Busy();
        var page = await chromium.Open(exhibit, "/triage", View.Desk);
        await page.Keyboard.PressAsync("j");
        var first = await page.EvaluateAsync<string>("document.activeElement.closest('[data-row]').innerText");
        await page.Keyboard.PressAsync("j");
        var second = await page.EvaluateAsync<string>("document.activeElement.closest('[data-row]').innerText");
        await page.Keyboard.PressAsync("k");
        var again = await page.EvaluateAsync<string>("document.activeElement.closest('[data-row]').innerText");
        second.ShouldNotBe(first);
        again.ShouldBe(first);
    }

    [Fact]
    public async Task G_then_r_goes_to_the_rollout_but_not_while_typing()
    {
        await using var exhibit = await Exhibit.Busy();
        var page = await chromium.Open(exhibit, "/log", View.Desk);
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("gr");
        (await page.Locator("#q").InputValueAsync()).ShouldBe("gr");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("r");
        await page.WaitForURLAsync("**/rollout");
    }

    [Fact]
    public async Task Without_scripts_the_fold_opens_and_an_entry_is_signed()
    {
        await using var exhibit = await Exhibit.Red();
        var page = await chromium.Open(exhibit, "/", View.Desk with { Scripts = false });
        await page.Locator("#held summary").ClickAsync();
        (await page.GetByText("Write up: PDF export fails on empty notes").IsVisibleAsync()).ShouldBeTrue();
        await page.GotoAsync("/log");
        await page.GetByLabel("What was odd?").FillAsync("The bookings counter stopped twice.");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign", Exact = true }).ClickAsync();
        (await page.Locator("article .st").InnerTextAsync()).ShouldBe("signed");
        (await page.GetByText("The bookings counter stopped twice.").First.IsVisibleAsync()).ShouldBeTrue();
    }
}
