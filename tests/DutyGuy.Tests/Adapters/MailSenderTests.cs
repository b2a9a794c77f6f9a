using System.Net;
using System.Net.Sockets;
using DutyGuy.Adapters.Mail;
using DutyGuy.Domain;
using DutyGuy.Tests.Peers;
using MimeKit;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Adapters;

public sealed class MailSenderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private static readonly MailToSend Mail = new(
        "lea@clinic.example",
        "Slots fail:\r\n Bcc: x@y.example — 3 users",
        "Have a look, please.\n.\nÀ bientôt",
        "http://127.0.0.1/pokes/7",
        "poke(7, 1, lea)"
    );

    private static MailSettings Settings(int port, MailTls tls = MailTls.None) =>
        new("127.0.0.1", port, tls, "Duty Guy <duty@clinic.example>");

    private static Task<SendOutcome> Send(MailSettings settings, MailToSend mail) =>
        new MailSender(settings).SendAsync(mail, TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_mail_arrives_whole_and_a_second_attempt_has_the_same_message_id()
    {
        await using var sink = await Peer.StartAsync("smtp", _folder.In("mail"));

        (await Send(Settings(sink.Port), Mail)).ShouldBe(new SendOutcome.Taken());
        (await Send(Settings(sink.Port), Mail)).ShouldBe(new SendOutcome.Taken());

        var mails = Directory.GetFiles(_folder.In("mail", "new")).Select(file => MimeMessage.Load(file)).ToList();
        mails.Count.ShouldBe(2);
        mails[0].MessageId.ShouldBe(MailForm.MessageId(Mail.Key, "clinic.example"));
        mails[1].MessageId.ShouldBe(mails[0].MessageId);
        mails[0].Subject.ShouldBe("Slots fail: Bcc: x@y.example — 3 users");
        mails[0].To.ToString().ShouldBe("lea@clinic.example");
        mails[0].Bcc.ShouldBeEmpty();
        mails[0].From.ToString().ShouldBe("\"Duty Guy\" <duty@clinic.example>");
        mails[0].HtmlBody.ShouldBeNull();
        mails[0].TextBody.ShouldNotBeNull().ReplaceLineEndings("\n").ShouldBe($"{Mail.Text}\n\n{Mail.Link}\n");
    }

    [Fact]
    public async Task A_refusal_for_now_is_told_from_one_for_ever()
    {
        await using var sink = await Peer.StartAsync("smtp", _folder.In("mail"));

        (await Send(Settings(sink.Port), Mail with { To = "later@clinic.example" }))
            .ShouldBeOfType<SendOutcome.TryLater>()
            .Why.ShouldContain("451 ");
        (await Send(Settings(sink.Port), Mail with { To = "nobody@clinic.example" }))
            .ShouldBeOfType<SendOutcome.Refused>()
            .Why.ShouldContain("550 ");
    }

    [Fact]
    public async Task What_the_server_cannot_do_is_a_wrong_setting()
    {
        await using var sink = await Peer.StartAsync("smtp", _folder.In("mail"));

        (await Send(Settings(sink.Port, MailTls.StartTls), Mail)).ShouldBeOfType<SendOutcome.Refused>();
        var withPassword = Settings(sink.Port) with { User = "duty", Password = "secret-word" };
        (await Send(withPassword, Mail)).ShouldBeOfType<SendOutcome.Refused>().Why.ShouldNotContain("secret-word");
    }

    [Fact]
    public async Task A_server_that_is_away_is_tried_later()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();

        (await Send(Settings(port), Mail))
            .ShouldBeOfType<SendOutcome.TryLater>()
            .Why.ShouldStartWith($"The mail server 127.0.0.1:{port} is not reachable");
    }

    [Theory]
    [InlineData("lea")]
    [InlineData("lea@")]
    [InlineData("")]
    [InlineData("lea@x.example, tom@x.example")]
    [InlineData("lea@x.example\r\nBcc: tom@x.example")]
    public async Task What_is_not_one_address_is_refused(string to) =>
        (await Send(Settings(1), Mail with { To = to }))
            .ShouldBeOfType<SendOutcome.Refused>()
            .Why.ShouldContain("is not a mail address");

    [Fact]
    public async Task A_password_is_not_sent_in_the_clear() =>
        (await Send(new MailSettings("mail.example", 25, MailTls.None, "d@x.example", "u", "p"), Mail))
            .ShouldBeOfType<SendOutcome.Refused>()
            .Why.ShouldContain("in the clear");

    public void Dispose() => _folder.Dispose();
}
