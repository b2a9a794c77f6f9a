using DutyGuy.Clockwork;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Access;

public class ComingIn
{
    [Fact]
    public async Task The_first_person_names_itself_by_the_address_of_the_first_start_and_administers()
    {
        await using var server = await AccessServer.Start(token: null);
        var path = server.Services.GetRequiredService<FirstAddress>().Path.ShouldNotBeNull();
        using var browser = server.Browser();
        var answer = await browser.Submit(
            path,
            new()
            {
                ["handle"] = "mel",
                ["name"] = "Mel",
                ["password"] = "a long enough sentence",
            }
        );
        answer.Status.ShouldBe(302);
        answer.Location.ShouldBe("/");
        (await browser.Client.Get("people/mel"))["role"]!.GetValue<string>().ShouldBe("administrator");
        (await browser.Client.Get("tokens"))["total"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task The_address_of_the_first_start_works_once_and_never_again_after_a_restart()
    {
        await using var server = await AccessServer.Start(token: null);
        var path = server.Services.GetRequiredService<FirstAddress>().Path!;
        using var browser = server.Browser();
        await browser.Submit(path, new() { ["handle"] = "mel", ["password"] = "a long enough sentence" });
        var again = await server.Browser().Open(path);
        again.Status.ShouldBe(410);
        again.Text.ShouldContain("was used or replaced");
        await using var other = await server.StartAnother();
        other.Services.GetRequiredService<FirstAddress>().Path.ShouldBeNull();
    }

    [Fact]
    public async Task Without_use_a_second_start_gives_a_new_first_address_and_the_old_one_is_shut()
    {
        await using var server = await AccessServer.Start(token: null);
        var old = server.Services.GetRequiredService<FirstAddress>().Path!;
        await using var other = await server.StartAnother();
        var young = other.Services.GetRequiredService<FirstAddress>().Path!;
        (await other.Browser().Open(old)).Status.ShouldBe(410);
        (await other.Browser().Open(young)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("Mel!", "a long enough sentence", "cannot be a handle")]
    [InlineData("mel", "too short", "at least 12 letters")]
    public async Task A_wrong_form_says_what_to_mend_and_leaves_the_address_open(
        string handle,
        string password,
        string sentence
    )
    {
        await using var server = await AccessServer.Start(token: null);
        var path = server.Services.GetRequiredService<FirstAddress>().Path!;
        using var browser = server.Browser();
        var answer = await browser.Submit(path, new() { ["handle"] = handle, ["password"] = password });
        answer.Status.ShouldBe(400);
        answer.Text.ShouldContain(sentence);
        (await browser.Open(path)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_invitation_sets_the_password_once_and_the_person_signs_in_by_name_or_mail()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        await program.Post("people", new { handle = "lea", emails = new[] { "lea@clinic.example" } });
        var path = await server.Invitation("lea");
        using var browser = server.Browser();
        (await browser.Submit(path, new() { ["password"] = AccessServer.PasswordOf("lea") })).Status.ShouldBe(302);
        (await server.Browser().Open(path)).Status.ShouldBe(410);
        (await server.Browser().SignIn("lea")).Status.ShouldBe(302);
        (await server.Browser().SignIn("Lea@Clinic.example", AccessServer.PasswordOf("lea"))).Status.ShouldBe(302);
    }

    [Fact]
    public async Task A_newer_invitation_shuts_the_older_and_after_three_days_it_is_too_old()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        await program.Post("people", new { handle = "lea" });
        var older = await server.Invitation("lea");
        var newer = await server.Invitation("lea");
        using var browser = server.Browser();
        (await browser.Open(older)).Status.ShouldBe(410);
        (await browser.Open(newer)).Status.ShouldBe(200);
        server.Clock.TrySet(server.Clock.GetCurrentInstant() + Duration.FromDays(3));
        var late = await browser.Open(newer);
        late.Status.ShouldBe(410);
        late.Text.ShouldContain("too old");
        late.Text.ShouldContain("Ask an administrator for a new one");
    }

    [Fact]
    public async Task A_made_up_address_is_not_known()
    {
        await using var server = await AccessServer.Start();
        var answer = await server.Browser().Open("/welcome/made-up");
        answer.Status.ShouldBe(404);
        answer.Text.ShouldContain("This address is not known");
    }

    [Fact]
    public async Task A_new_password_ends_older_sessions_and_the_old_password()
    {
        await using var server = await AccessServer.Start();
        await server.Person("mel");
        using var older = server.Browser();
        await older.SignIn("mel");
        await older.Client.Get("people");
        using var newer = server.Browser();
        (
            await newer.Submit(await server.Invitation("mel"), new() { ["password"] = "another long sentence" })
        ).Status.ShouldBe(302);
        await newer.Client.Get("people");
        await older.Client.Get("people", 401);
        (await server.Browser().SignIn("mel")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Two_nodes_on_one_database_read_each_others_sessions()
    {
        await using var server = await AccessServer.Start();
        await server.Person("mel");
        using var browser = server.Browser();
        var signedIn = await browser.SignIn("mel");
        var cookie = signedIn
            .Raw.Headers.GetValues("Set-Cookie")
            .First(c => c.StartsWith("duty-session", StringComparison.Ordinal))
            .Split(';')[0];
        await using var other = await server.StartAnother();
        using var there = other.Program(null);
        there.DefaultRequestHeaders.Add("Cookie", cookie);
        (await there.Get("people"))["total"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Who_left_is_out_at_once()
    {
        await using var server = await AccessServer.Start();
        await server.Person("mel");
        using var browser = server.Browser();
        await browser.SignIn("mel");
        var token = await server.Token("engineer", "mel");
        using var program = server.Program();
        await program.Patch("people/mel", new { leftOn = "2026-11-23" });
        await browser.Client.Get("people");
        server.Clock.TrySet(Instant.FromUtc(2026, 11, 24, 0, 0));
        await browser.Client.Get("people", 401);
        using var hers = server.Program(token);
        await hers.Get("people", 401);
        (await server.Browser().SignIn("mel")).Status.ShouldBe(401);
    }
}
