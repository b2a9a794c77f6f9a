using DutyGuy.EndToEnd.Gallery;
using DutyGuy.Tests.Rollouts;
using Microsoft.Playwright;

namespace DutyGuy.EndToEnd;

/// <summary>The big button and the way back, with a deploy command that is a real script.</summary>
public sealed class RolloutFormTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task The_first_press_opens_and_the_second_ships()
    {
        await using var world = await RolloutWorld.Start();
        var page = await Ship(world, () => world.Runs.ShouldBeEmpty());
        world.Runs.ShouldBe(["run " + RolloutWorld.New]);
        await page.ReloadAsync();
        (await page.Locator("#w").InnerTextAsync()).ShouldBe("Watch");
    }

    [Fact]
    public async Task Roll_back_now_acts_on_its_one_press()
    {
        await using var world = await RolloutWorld.Start();
        await world.ServesAlready(RolloutWorld.Middle);
        var page = await Ship(world, () => { });
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Roll back now" }).ClickAsync();
        await world.Until(2, "rolled back");
        world.Runs[^1].ShouldBe("back " + RolloutWorld.Middle);
    }

    /// <summary>Presses the button twice, and ends when the rollout is watched.</summary>
    async Task<IPage> Ship(RolloutWorld world, Action between)
    {
        var page = await chromium.SignIn(new Exhibit(world.Duty), "/rollout", "mel");
        var second = page.GetByRole(AriaRole.Button, new() { Name = " now" }).And(page.Locator(".huge"));
        (await second.IsVisibleAsync()).ShouldBeFalse();
        await page.Locator("#ship summary").ClickAsync();
        between();
        await page.GetByLabel("I stay and watch").CheckAsync();
        await second.ClickAsync();
        await world.Duty.Until(
            () => world.Duty.Get("rollouts"),
            all => all.GetProperty("items").EnumerateArray().Any(r => r.GetProperty("status").GetString() == "watching")
        );
        return page;
    }
}
