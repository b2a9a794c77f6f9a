using System.Net;
using DutyGuy.Tests.Adapters;
using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Workers;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace DutyGuy.Tests.Access;

/// <summary>Each press of the forms of calendars, by who may and by who may not.</summary>
public sealed class CalendarPresses : IAsyncLifetime
{
    string text = VacationCalendar.Text("vacation", "2026-11-25", "2026-11-25");
    ChatServer host = null!;
    DutyApp app = null!;

    [Fact]
    public async Task An_address_is_kept_and_read_read_again_and_removed()
    {
        using var mel = await SignIn("mel");
        await Press(mel, "/people/mel/calendar", "/people/mel/calendar", host.Url);
        (await mel.Open("/people")).Text.ShouldContain("1 absence from 127.0.0.1");
        text = text.Replace("DTEND;VALUE=DATE:20261126", "DTEND;VALUE=DATE:20261126\r\nRRULE:FREQ=DAILY;COUNT=2");
        await Press(mel, "/people", "/people/calendars/1/read");
        (await mel.Open("/people")).Text.ShouldContain("2 absences from 127.0.0.1");
        text = "<html>";
        await Press(mel, "/people", "/people/calendars/1/read");
        (await mel.Open("/people")).Text.ShouldContain("This is a page of the web, not a calendar.");
        await Press(mel, "/people", "/people/calendars/1/remove");
        (await mel.Open("/people")).Text.ShouldContain("No calendar yet.");
        (await app.Get("people/mel/absences")).Items().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_process_owner_sets_and_removes_the_team_s()
    {
        using var owner = await SignIn("nicolas", "process owner");
        await Press(owner, "/people/calendars", "/people/calendars", host.Url);
        (await owner.Open("/people")).Text.ShouldContain("The team’s calendar");
        (await app.Get("absence-calendars")).Items().Count.ShouldBe(1);
        await Press(owner, "/people", "/people/calendars/1/remove");
        (await app.Get("absence-calendars")).Items().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "The address of the calendar is missing.")]
    [InlineData("mel", "It begins with https:// and mostly ends with .ics;")]
    [InlineData("http://calendar.example/secret-part.ics", "calendar.example would send the calendar in the clear.")]
    public async Task A_wrong_address_is_told_beside_its_field(string url, string said)
    {
        using var mel = await SignIn("mel");
        var answer = await mel.Submit("/people/mel/calendar", new() { ["url"] = url });
        answer.Status.ShouldBe(400);
        answer.Text.ShouldContain("id=\"wrong-url\"");
        answer.Text.ShouldContain(said);
        await app.Refused(HttpStatusCode.NotFound, HttpMethod.Get, "people/mel/calendar");
    }

    [Fact]
    public async Task A_press_from_elsewhere_does_nothing()
    {
        using var owner = await SignIn("nicolas", "process owner");
        await Press(owner, "/people/calendars", "/people/calendars", host.Url);
        string[] presses =
        [
            "/people/nicolas/calendar",
            "/people/calendars",
            "/people/calendars/1/read",
            "/people/calendars/1/remove",
        ];
        foreach (var press in presses)
        {
            var answer = await owner.Post(press, new() { ["url"] = host.Url });
            answer.Status.ShouldBe(400, press);
            answer.Text.ShouldContain("The form is too old or from elsewhere.");
        }
        host.Posts.Count.ShouldBe(1, "nothing was asked but when the calendar was set");
        (await app.Get("absence-calendars")).Items().Count.ShouldBe(1);
        await app.Refused(HttpStatusCode.NotFound, HttpMethod.Get, "people/nicolas/calendar");
    }

    [Fact]
    public async Task Nobody_presses_for_another_or_for_the_team_without_the_right()
    {
        using var mel = await SignIn("mel");
        await Press(mel, "/people/mel/calendar", "/people/mel/calendar", host.Url);
        using var tom = await SignIn("tom");
        (await tom.Open("/people/mel/calendar")).Status.ShouldBe(403);
        (await tom.Open("/people/calendars")).Status.ShouldBe(403);
        (await tom.Open("/people")).Text.ShouldNotContain("127.0.0.1");
        string[] presses =
        [
            "/people/mel/calendar",
            "/people/calendars",
            "/people/calendars/1/read",
            "/people/calendars/1/remove",
        ];
        foreach (var press in presses)
            (await tom.Submit("/people/tom/calendar", new() { ["url"] = host.Url }, press)).Status.ShouldBe(403, press);
        host.Posts.Count.ShouldBe(1);
        (await app.Get("people/mel/calendar")).Number("absences").ShouldBe(1);
    }

    public async ValueTask InitializeAsync()
    {
        host = await ChatServer.StartAsync(context => context.Response.WriteAsync(text));
        app = await DutyApp.Start(DatabaseKind.Sqlite, null, ("calendar-hosts", "127.0.0.1"));
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await host.DisposeAsync();
    }

    /// <summary>A browser of somebody who came in by an invitation.</summary>
    async Task<Browser> SignIn(string handle, string role = "engineer")
    {
        await app.Post("people", new { handle, role });
        var invitation = new Uri((await app.Post($"people/{handle}/invitation")).Text("address")!);
        var browser = new Browser(new Uri(invitation.GetLeftPart(UriPartial.Authority)));
        var came = await browser.Submit(
            invitation.AbsolutePath,
            new() { ["password"] = AccessServer.PasswordOf(handle) }
        );
        came.Status.ShouldBe(302, came.Text);
        return browser;
    }

    static async Task Press(Browser browser, string page, string to, string? url = null)
    {
        var answer = await browser.Submit(page, url is null ? [] : new() { ["url"] = url }, to);
        answer.Status.ShouldBe(302, answer.Text);
        answer.Location.ShouldBe("/people#calendars");
    }
}
