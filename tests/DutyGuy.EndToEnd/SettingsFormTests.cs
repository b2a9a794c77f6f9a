using System.Net;
using System.Net.Http.Headers;
using DutyGuy.EndToEnd.Gallery;
using Microsoft.Playwright;

namespace DutyGuy.EndToEnd;

/// <summary>What an administrator sets up by forms.</summary>
public sealed class SettingsFormTests(Chromium chromium)
{
    [Fact]
    public async Task A_token_is_shown_once_works_and_is_withdrawn()
    {
        await using var exhibit = await Exhibit.Busy();
        var page = await chromium.SignIn(exhibit, "/settings", "nicolas");
        await page.GetByRole(AriaRole.Link, new() { Name = "Make a token" }).ClickAsync();
        await page.GetByLabel("What is it for?").FillAsync("results of CI");
        await Press(page, "Make the token");
        var secret = await page.Locator("#secret").InnerTextAsync();
        (await StatusWith(exhibit, secret)).ShouldBe(HttpStatusCode.OK);
        await page.GetByRole(AriaRole.Link, new() { Name = "It is kept" }).ClickAsync();
        (await page.Locator("body").InnerTextAsync()).ShouldNotContain(secret);
        await page.GetByText("Withdraw… the token results of CI").ClickAsync();
        await Press(page, "Withdraw now the token results of CI");
        (await page.Locator("#done").InnerTextAsync()).ShouldStartWith("The token is withdrawn.");
        await page.GetByText("results of CI").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        (await StatusWith(exhibit, secret)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_refusal_stands_beside_its_field_and_what_was_written_stays()
    {
        await using var exhibit = await Exhibit.Busy();
        var page = await chromium.SignIn(exhibit, "/settings/repositories", "nicolas");
        await page.GetByLabel("Short name").FillAsync("shop");
        await page.GetByLabel("Address for git").FillAsync("ftp://git.clinic.example/shop");
        await Press(page, "Add the repository");
        await page.Locator("#wrong-url").WaitForAsync();
        (await page.Locator("[aria-invalid]").GetAttributeAsync("name")).ShouldBe("url");
        (await page.GetByLabel("Short name").InputValueAsync()).ShouldBe("shop");
    }

    [Fact]
    public async Task A_project_shows_where_its_program_sends()
    {
        await using var exhibit = await Exhibit.Busy();
        var page = await chromium.SignIn(exhibit, "/settings/projects", "nicolas");
        await page.GetByLabel("Name").FillAsync("shop");
        await page.GetByLabel("Who looks after it?").SelectOptionAsync("engineering");
        await Press(page, "Make the project");
        (await page.Locator("#secret").InnerTextAsync()).ShouldMatch("^http://[0-9a-f]{32}@127.0.0.1:[0-9]+/2$");
    }

    [Fact]
    public async Task The_address_of_a_wall_opens_it_until_it_is_withdrawn()
    {
        await using var exhibit = await Exhibit.Busy();
        var page = await chromium.SignIn(exhibit, "/settings/walls", "nicolas");
        await page.GetByLabel("Where does it hang?").FillAsync("Hall");
        await Press(page, "Make the address");
        var address = await page.Locator("#secret").InnerTextAsync();
        var wall = await chromium.Open(exhibit, address, View.Wall, null);
        (await wall.Locator("body.wall").CountAsync()).ShouldBe(1);
        await page.GotoAsync("/settings");
        await page.GetByText("Withdraw… the key of Hall").ClickAsync();
        await Press(page, "Withdraw now the key of Hall");
        await page.GetByText("Hall", new() { Exact = true })
            .WaitForAsync(new() { State = WaitForSelectorState.Detached });
        (await wall.ReloadAsync())!.Status.ShouldBe(403);
    }

    [Fact]
    public async Task Who_is_added_comes_in_by_the_address_that_is_shown_once()
    {
        await using var exhibit = await Exhibit.Busy();
        var page = await chromium.SignIn(exhibit, "/people", "nicolas");
        await page.GetByRole(AriaRole.Link, new() { Name = "Add a person" }).ClickAsync();
        await page.Locator("[name=handle]").FillAsync("zoe");
        await Press(page, "Add the person");
        await Press(page, "Invite Zoe");
        var address = await page.Locator("#secret").InnerTextAsync();
        var door = await chromium.Open(exhibit, address, View.Phone, null);
        (await door.Locator("h1").InnerTextAsync()).ShouldBe("Welcome, Zoe");
    }

    [Fact]
    public async Task Only_an_administrator_is_offered_the_forms()
    {
        await using var exhibit = await Exhibit.Busy();
        var page = await chromium.SignIn(exhibit, "/settings", "mel");
        (await page.Locator("a[href='/settings/projects']").CountAsync()).ShouldBe(0);
        (await page.GotoAsync("/settings/projects"))!.Status.ShouldBe(403);
    }

    static Task Press(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    static async Task<HttpStatusCode> StatusWith(Exhibit exhibit, string token)
    {
        using var http = new HttpClient { BaseAddress = exhibit.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.GetAsync("/api/v1/people");
        return answer.StatusCode;
    }
}
