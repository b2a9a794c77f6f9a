using DutyGuy.EndToEnd.Gallery;
using DutyGuy.Tests.Rollouts;
using Microsoft.Playwright;

namespace DutyGuy.EndToEnd;

/// <summary>The big button and the way back, with a deploy command that is a real script.</summary>
public sealed class RolloutFormTests(Chromium chromium)
{
    [Fact]
    public async Task The_first_press_opens_and_the_second_ships()
    {
        await using var world = await RolloutWorld.Start();
        var page = await chromium.SignIn(new Exhibit(world.Duty), "/rollout", "mel");
        var second = page.Locator("#ship button.huge");
        (await second.IsVisibleAsync()).ShouldBeFalse();
        await page.Locator("#ship summary").ClickAsync();
        world.Runs.ShouldBeEmpty();
        await page.GetByLabel("I stay and watch").CheckAsync();
        await second.ClickAsync();
        await world.Until(1, "watching");
        world.Runs.ShouldBe(["run " + RolloutWorld.New]);
        await page.ReloadAsync();
        (await page.Locator("#w").InnerTextAsync()).ShouldBe("Watch");
    }

    [Fact]
    public async Task Roll_back_now_acts_on_its_one_press()
    {
        await using var world = await RolloutWorld.Start();
        await world.ServesAlready(RolloutWorld.Middle);
        await world.Duty.Advance("PT20M");
        var id = (await world.Press(overrideReason: "A second one today")).GetProperty("id").GetInt64();
        await world.Until(id, "watching");
        var page = await chromium.SignIn(new Exhibit(world.Duty), "/rollout", "mel");
        await page.GetByRole(AriaRole.Button, new() { Name = "Roll back now" }).ClickAsync();
        await world.Until(id, "rolled back");
        world.Runs[^1].ShouldBe("back " + RolloutWorld.Middle);
    }
}
