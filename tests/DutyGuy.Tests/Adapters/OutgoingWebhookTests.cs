using System.Net;
using System.Text.Json;
using DutyGuy.Adapters.Webhooks;
using DutyGuy.Domain;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Adapters;

public sealed class OutgoingWebhookTests : IDisposable
{
    private readonly OutgoingWebhook _webhook = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<SendOutcome> Send(string url) => _webhook.SendAsync(url, "Main is red", null, "notice-1", Cancel);

    private async Task<SendOutcome> AnswerOf(int status, string? retryAfter = null, string? location = null)
    {
        await using var chat = await ChatServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = retryAfter;
            context.Response.Headers.Location = location;
            return Task.CompletedTask;
        });
        var outcome = await Send(chat.Url);
        chat.Posts.Count.ShouldBe(1);
        return outcome;
    }

    [Fact]
    public async Task A_message_is_posted_as_chats_take_it_with_link_and_key()
    {
        await using var chat = await ChatServer.StartAsync(_ => Task.CompletedTask);

        var outcome = await _webhook.SendAsync(
            chat.Url,
            "Slots <!here> fail & @Channel",
            "http://x/e/7",
            "poke(7, é)",
            Cancel
        );

        outcome.ShouldBe(new SendOutcome.Taken());
        var (body, key, length) = chat.Posts.Single();
        using var json = JsonDocument.Parse(body);
        json.RootElement.GetProperty("text")
            .GetString()
            .ShouldBe("Slots &lt;!here&gt; fail &amp; @\u200bChannel\nhttp://x/e/7");
        json.RootElement.EnumerateObject().Count().ShouldBe(1);
        key.ShouldBe("poke%287%2C%20%C3%A9%29");
        length.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(429, "120", 120)]
    [InlineData(503, "999999999", 3600)]
    [InlineData(500, null, null)]
    [InlineData(503, "soon", null)]
    public async Task A_busy_or_broken_chat_is_tried_later_when_it_says(int status, string? wish, int? seconds) =>
        (await AnswerOf(status, wish))
            .ShouldBeOfType<SendOutcome.TryLater>()
            .After.ShouldBe(seconds is { } value ? Duration.FromSeconds(value) : null);

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task Any_other_answer_is_final_and_names_only_the_host(int status)
    {
        var refused = (await AnswerOf(status)).ShouldBeOfType<SendOutcome.Refused>();

        refused.Why.ShouldStartWith("127.0.0.1 ");
        refused.Why.ShouldNotContain("secret-part");
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var other = await ChatServer.StartAsync(_ => Task.CompletedTask);

        (await AnswerOf(307, location: other.Url)).ShouldBeOfType<SendOutcome.Refused>();
        other.Posts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_chat_that_does_not_answer_is_tried_later()
    {
        await using var chat = await ChatServer.StartAsync(context =>
            Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default)
        );
        using var hasty = new OutgoingWebhook(TimeSpan.FromMilliseconds(300));

        (await hasty.SendAsync(chat.Url, "x", null, "k", Cancel))
            .ShouldBeOfType<SendOutcome.TryLater>()
            .Why.ShouldStartWith("127.0.0.1 did not answer");
    }

    [Fact]
    public async Task A_chat_that_is_away_is_tried_later()
    {
        var chat = await ChatServer.StartAsync(_ => Task.CompletedTask);
        var url = chat.Url;
        await chat.DisposeAsync();

        (await Send(url)).ShouldBe(new SendOutcome.TryLater("127.0.0.1 is not reachable (ConnectionRefused)."));
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://2852039166/latest")]
    [InlineData("http://[::ffff:169.254.169.254]/x")]
    [InlineData("http://[fe80::1]/x")]
    [InlineData("http://[fd00:ec2::254]/x")]
    [InlineData("ftp://127.0.0.1/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("hooks/secret")]
    public async Task Metadata_link_local_and_other_schemes_are_refused(string url) =>
        (await Send(url)).ShouldBeOfType<SendOutcome.Refused>();

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("192.168.1.1", true)]
    [InlineData("8.8.8.8", true)]
    [InlineData("::1", true)]
    [InlineData("169.254.0.1", false)]
    [InlineData("100.100.100.200", false)]
    [InlineData("168.63.129.16", false)]
    [InlineData("febf::1", false)]
    [InlineData("fec0::1", true)]
    public void The_own_network_is_allowed_and_link_local_is_not(string address, bool allowed) =>
        AllowedAddress.Allows(IPAddress.Parse(address)).ShouldBe(allowed);

    public void Dispose() => _webhook.Dispose();
}
