using DutyGuy.Domain;
using DutyGuy.EndToEnd.Gallery;
using DutyGuy.Store;
using Microsoft.Playwright;

namespace DutyGuy.EndToEnd;

/// <summary>An open page follows the facts by itself.</summary>
public sealed class FreshnessTests(Chromium chromium)
{
    [Fact]
    public async Task A_fact_reaches_an_open_board_without_a_reload()
    {
        await using var exhibit = await Exhibit.Quiet();
        var page = await chromium.Open(exhibit, "/", View.Desk);
        await page.EvaluateAsync("window.same = true");
        await exhibit.Store.Change(db => db.Insert(Red()));
        await page.Locator("h1.bad").WaitForAsync();
        (await page.Locator("#say").TextContentAsync())!.ShouldStartWith("Main has been red");
        (await page.EvaluateAsync<bool>("window.same === true")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_block_in_which_somebody_types_is_left_alone()
    {
        await using var exhibit = await Exhibit.Quiet();
        var page = await chromium.Open(exhibit, "/log", View.Desk);
        await page.GetByLabel("What was odd?").FillAsync("half a sentence");
        await exhibit.Store.Change(db => db.Insert(Red()));
        await page.Locator(".nav", new PageLocatorOptions { HasText = "Today 1" }).WaitForAsync();
        (await page.GetByLabel("What was odd?").InputValueAsync()).ShouldBe("half a sentence");
    }

    static CiResult Red() =>
        new()
        {
            Repository = "clinic",
            Branch = "main",
            Commit = "8c1f3ae99aab",
            Status = CiStatus.Failing,
            At = ClinicDay.At(14, 8),
        };
}
