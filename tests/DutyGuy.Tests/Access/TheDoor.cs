using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Access;

public class TheDoor
{
    [Fact]
    public async Task A_page_without_session_leads_to_the_door_and_back()
    {
        await using var server = await AccessServer.Start();
        await server.Person("mel");
        using var browser = server.Browser();
        var away = await browser.Open("/somewhere?at=1");
        away.Status.ShouldBe(302);
        new Uri(away.Location!).PathAndQuery.ShouldBe("/sign-in?to=%2Fsomewhere%3Fat%3D1");
        var back = await browser.SignIn("mel", page: "/sign-in?to=%2Fsomewhere%3Fat%3D1");
        back.Location.ShouldBe("/somewhere?at=1");
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    public async Task The_door_never_leads_to_another_server(string to)
    {
        await using var server = await AccessServer.Start();
        await server.Person("mel");
        using var browser = server.Browser();
        var token = await browser.FormToken("/sign-in");
        var answer = await browser.Post(
            "/sign-in",
            new()
            {
                ["name"] = "mel",
                ["password"] = AccessServer.PasswordOf("mel"),
                ["to"] = to,
                ["__RequestVerificationToken"] = token,
            }
        );
        answer.Location.ShouldBe("/");
        (await browser.Open("/sign-in?to=" + Uri.EscapeDataString(to))).Location.ShouldBe("/");
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer()
    {
        await using var server = await AccessServer.Start();
        await server.Person("mel");
        var wrong = await server.Browser().SignIn("mel", "not this one");
        var unknown = await server.Browser().SignIn("tom", "not this one");
        wrong.Status.ShouldBe(401);
        unknown.Status.ShouldBe(401);
        wrong.Text.ShouldContain("Name and password do not match.");
        Plain(unknown.Text, "tom").ShouldBe(Plain(wrong.Text, "mel"));

        // All but the token of the form and the name that was typed.
        static string Plain(string page, string name) =>
            string.Join('\n', page.Split('\n').Where(line => !line.Contains("CfDJ8"))).Replace($"value=\"{name}\"", "");
    }

    [Fact]
    public async Task After_ten_wrong_passwords_the_name_waits_even_with_the_right_one()
    {
        await using var server = await AccessServer.Start();
        await server.Person("mel");
        await server.Person("lea");
        using var browser = server.Browser();
        for (var i = 0; i < 10; i++)
            (await browser.SignIn("mel", $"wrong {i}")).Status.ShouldBe(401);
        var late = await browser.SignIn("MEL", AccessServer.PasswordOf("mel"));
        late.Status.ShouldBe(429);
        late.Raw.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(10));
        late.Text.ShouldContain("Wait 10 minutes");
        (await server.Browser().SignIn("lea")).Status.ShouldBe(302);
        server.Clock.TrySet(server.Clock.GetCurrentInstant() + Duration.FromMinutes(10));
        (await browser.SignIn("mel")).Status.ShouldBe(302);
    }

    [Fact]
    public async Task Sixty_wrong_tries_with_many_names_make_the_address_wait()
    {
        await using var server = await AccessServer.Start();
        await server.Person("mel");
        using var browser = server.Browser();
        var token = await browser.FormToken("/sign-in");
        Dictionary<string, string> Form(string name) =>
            new()
            {
                ["name"] = name,
                ["password"] = new string('x', 501),
                ["__RequestVerificationToken"] = token,
            };
        for (var i = 0; i < 60; i++)
            (await browser.Post("/sign-in", Form($"name{i}"))).Status.ShouldBe(401);
        (await browser.Post("/sign-in", Form("mel"))).Status.ShouldBe(429);
        (await browser.SignIn("mel")).Status.ShouldBe(429);
    }

    [Fact]
    public async Task A_form_from_elsewhere_signs_nobody_in()
    {
        await using var server = await AccessServer.Start();
        await server.Person("mel");
        using var browser = server.Browser();
        var answer = await browser.Post(
            "/sign-in",
            new() { ["name"] = "mel", ["password"] = AccessServer.PasswordOf("mel") }
        );
        answer.Status.ShouldBe(400);
        answer.Text.ShouldContain("The form is too old or from elsewhere");
        await browser.Client.Get("people", 401);
    }

    [Fact]
    public async Task A_write_by_cookie_needs_the_token_of_a_form_and_a_program_needs_none()
    {
        await using var server = await AccessServer.Start();
        await server.Person("mel", "administrator");
        using var browser = server.Browser();
        await browser.SignIn("mel");
        var refused = await browser.Client.Post("walls", new { name = "hall" }, 400);
        refused["detail"]!.GetValue<string>().ShouldContain("The form is too old or from elsewhere");
        browser.Client.DefaultRequestHeaders.Add("X-Duty-Form", "made-up");
        await browser.Client.Post("walls", new { name = "hall" }, 400);
        browser.Client.DefaultRequestHeaders.Remove("X-Duty-Form");
        using var program = server.Program();
        await program.Post("walls", new { name = "hall" });
        (await program.Get("walls"))["total"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Signing_out_needs_a_form_of_ours_and_ends_the_session()
    {
        await using var server = await AccessServer.Start();
        await server.Person("mel");
        using var browser = server.Browser();
        await browser.SignIn("mel");
        (await browser.Post("/sign-out", [])).Status.ShouldBe(400);
        await browser.Client.Get("people");
        var token = await browser.FormToken(await server.Invitation("mel"));
        var answer = await browser.Post("/sign-out", new() { ["__RequestVerificationToken"] = token });
        answer.Location.ShouldBe("/sign-in");
        await browser.Client.Get("people", 401);
    }

    [Fact]
    public async Task A_form_made_for_another_person_is_refused()
    {
        await using var server = await AccessServer.Start();
        await server.Person("mel", "administrator");
        await server.Person("tom", "administrator");
        using var toms = server.Browser();
        await toms.SignIn("tom");
        var stolen = await toms.FormToken(await server.Invitation("tom"));
        using var mels = server.Browser();
        await mels.SignIn("mel");
        mels.Client.DefaultRequestHeaders.Add("X-Duty-Form", stolen);
        await mels.Client.Post("walls", new { name = "hall" }, 400);
    }
}
