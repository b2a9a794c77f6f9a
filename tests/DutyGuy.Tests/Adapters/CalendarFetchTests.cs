using System.Net;
using DutyGuy.Adapters.Calendars;
using Microsoft.AspNetCore.Http;

namespace DutyGuy.Tests.Adapters;

/// <summary>Asks a real web server for a calendar.</summary>
public class CalendarFetchTests
{
    static readonly HashSet<string> Here = ["127.0.0.1"];

    [Fact]
    public async Task The_whole_calendar_with_its_version_and_next_time_only_what_is_new()
    {
        var asked = new List<string>();
        await using var host = await Host(context =>
        {
            asked.Add(context.Request.Headers.IfNoneMatch.ToString());
            context.Response.Headers.ETag = "\"one\"";
            context.Response.StatusCode = asked[^1] == "\"one\"" ? 304 : 200;
            return asked[^1].Length > 0 ? Task.CompletedTask : context.Response.WriteAsync("BEGIN:VCALENDAR é");
        });
        (await Get(host.Url)).ShouldBe(new CalendarAnswer.Whole("BEGIN:VCALENDAR é", "\"one\""));
        (await Get(host.Url, "\"one\"")).ShouldBeOfType<CalendarAnswer.Unchanged>();
        asked.ShouldBe(["", "\"one\""]);
    }

    [Fact]
    public async Task A_version_that_is_a_text_of_its_own_is_not_kept()
    {
        await using var host = await Host(context =>
        {
            context.Response.Headers.ETag = $"\"{new string('x', 1000)}\"";
            return context.Response.WriteAsync("x");
        });
        (await Get(host.Url)).ShouldBe(new CalendarAnswer.Whole("x", null));
    }

    [Fact]
    public async Task A_name_and_password_in_the_address_are_sent_to_its_host()
    {
        var sent = "";
        await using var host = await Host(context =>
        {
            sent = context.Request.Headers.Authorization.ToString();
            return context.Response.WriteAsync("x");
        });
        await Get(host.Url.Replace("://", "://mel:pass%20word@", StringComparison.Ordinal));
        sent.ShouldBe("Basic " + Convert.ToBase64String("mel:pass word"u8));
    }

    [Theory]
    [InlineData("/moved", "whole")]
    [InlineData("http://localhost:1/moved", "points to another address, at localhost")]
    [InlineData("https://127.0.0.1/moved", "points to another address, at 127.0.0.1")]
    [InlineData("/hooks/secret-part", "without end")]
    [InlineData("http://[", "but names none")]
    public async Task A_redirect_is_followed_within_the_host_alone(string to, string said)
    {
        await using var host = await Host(context =>
        {
            if (context.Request.Path == "/moved")
                return context.Response.WriteAsync("whole");
            context.Response.Redirect(to);
            return Task.CompletedTask;
        });
        var answer = await Get(host.Url);
        (answer is CalendarAnswer.Whole whole ? whole.Text : Why(answer)).ShouldContain(said);
    }

    [Theory]
    [InlineData(401, "does not let us read the calendar (401). Enter its secret address")]
    [InlineData(404, "has no such calendar any more (404). Enter its address anew.")]
    [InlineData(503, "answers 503 for now.")]
    [InlineData(418, "answers 418. Is the address whole?")]
    public async Task A_refusal_is_told_without_the_address(int status, string said)
    {
        await using var host = await Host(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        Why(await Get(host.Url)).ShouldContain(said);
    }

    [Fact]
    public async Task More_than_a_calendar_is_not_read_to_its_end()
    {
        await using var host = await Host(async context =>
        {
            try
            {
                while (true)
                    await context.Response.WriteAsync(new string('x', 100_000), context.RequestAborted);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException) { }
        });
        Why(await Get(host.Url)).ShouldBe("127.0.0.1 sends more than 5 MB. Enter a calendar of absences alone.");
    }

    [Fact]
    public async Task A_host_that_does_not_answer_is_given_up_and_one_that_is_not_there_told()
    {
        await using var host = await Host(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var hasty = new CalendarFetch(Here, TimeSpan.FromMilliseconds(200));
        Why(await hasty.GetAsync(host.Url, null, TestContext.Current.CancellationToken)).ShouldContain("did not send");
        Why(await Get("http://127.0.0.1:1/secret-part")).ShouldContain("not reachable (ConnectionRefused)");
    }

    [Fact]
    public async Task The_own_network_is_not_asked_unless_its_host_is_named_and_a_cloud_s_metadata_never()
    {
        await using var host = await Host(context => context.Response.WriteAsync("x"));
        using var strict = new CalendarFetch(new HashSet<string>());
        Why(await strict.GetAsync(host.Url, null, TestContext.Current.CancellationToken))
            .ShouldContain("calendar-hosts");
        using var lax = new CalendarFetch(new HashSet<string> { "169.254.169.254" });
        Why(await lax.GetAsync("http://169.254.169.254/", null, TestContext.Current.CancellationToken))
            .ShouldContain("own network");
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2a00:1450::1", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::10.0.0.1", false)]
    [InlineData("64:ff9b:1::10.0.0.1", false)]
    [InlineData("2001::1", false)]
    [InlineData("168.63.129.16", false)]
    [InlineData("fd12::1", false)]
    [InlineData("fe80::1", false)]
    public void Addresses_of_the_internet_are_told_from_those_of_the_own_network(string address, bool open) =>
        PublicAddress.Is(IPAddress.Parse(address)).ShouldBe(open);

    static Task<ChatServer> Host(Func<HttpContext, Task> answer) => ChatServer.StartAsync(answer);

    static async Task<CalendarAnswer> Get(string url, string? etag = null)
    {
        using var fetch = new CalendarFetch(Here);
        return await fetch.GetAsync(url, etag, TestContext.Current.CancellationToken);
    }

    static string Why(CalendarAnswer answer)
    {
        var why = answer.ShouldBeOfType<CalendarAnswer.Failed>().Why;
        why.ShouldNotContain("secret-part");
        return why;
    }
}
