using System.Net;
using System.Net.Sockets;
using DutyGuy.Domain;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace DutyGuy.Adapters.Mail;

/// <summary>Hands mails to a mail server by SMTP.</summary>
public sealed class MailSender(MailSettings settings, TimeSpan? timeout = null)
{
    private readonly TimeSpan _timeout = timeout ?? TimeSpan.FromSeconds(30);

    private string Server => $"The mail server {settings.Host}:{settings.Port}";

    /// <summary>One attempt. Never throws but when cancelled; a reason holds no password.</summary>
    public async Task<SendOutcome> SendAsync(MailToSend mail, CancellationToken cancel = default)
    {
        if (!MailForm.TryAddress(settings.From, out var from))
            return new SendOutcome.Refused($"The sender: {MailForm.Refusal(settings.From)}");
        if (!MailForm.TryAddress(mail.To, out var to))
            return new SendOutcome.Refused(MailForm.Refusal(mail.To)!);
        if (settings is { Tls: MailTls.None, Password: not null } && !IsThisMachine(settings.Host))
            return new SendOutcome.Refused(
                $"{Server} would get the password in the clear: set TLS to StartTls or Implicit."
            );

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_timeout);
        try
        {
            await HandOverAsync(MailForm.Message(mail, from, to), limit.Token);
            return new SendOutcome.Taken();
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && Outcome(e, mail.To) is not null)
        {
            return Outcome(e, mail.To)!;
        }
    }

    private async Task HandOverAsync(MimeMessage message, CancellationToken cancel)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(settings.Host, settings.Port, Security(settings.Tls), cancel);
        if (settings.Password is { } password)
            await client.AuthenticateAsync(settings.User ?? settings.From, password, cancel);
        await client.SendAsync(message, cancel);
        try
        {
            await client.DisconnectAsync(quit: true, cancel);
        }
        catch (Exception e)
            when (e is IOException or SocketException or ProtocolException or OperationCanceledException)
        {
            // The server has the mail; a bad farewell must not send it twice.
        }
    }

    // A 4xx answer, a host that is away, a broken line: later. A 5xx answer or a wrong setting: never by itself.
    private SendOutcome? Outcome(Exception error, string to) =>
        error switch
        {
            SmtpCommandException { StatusCode: var code } e when (int)code is >= 400 and < 500 => Later(
                $"refuses the mail to {to} for now ({(int)code} {e.Message})."
            ),
            SmtpCommandException e => Never(
                $"refuses the mail to {to} ({(int)e.StatusCode} {e.Message}). Is the address right?"
            ),
            AuthenticationException => Never("refuses the user and password. Set them anew."),
            SslHandshakeException => Never(
                $"cannot be spoken to safely in the mode {settings.Tls}. Are mode and port right, and is its certificate trusted?"
            ),
            NotSupportedException e => Never($"cannot do what the settings ask for: {e.Message}"),
            OperationCanceledException => Later($"did not answer within {_timeout.TotalSeconds:0} seconds."),
            SocketException e => Later($"is not reachable ({e.Message}). Are host and port right?"),
            IOException or ProtocolException => Later($"broke off ({error.Message})."),
            _ => null,
        };

    private SendOutcome.TryLater Later(string what) => new($"{Server} {what}");

    private SendOutcome.Refused Never(string what) => new($"{Server} {what}");

    private static SecureSocketOptions Security(MailTls tls) =>
        tls switch
        {
            MailTls.None => SecureSocketOptions.None,
            MailTls.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.SslOnConnect,
        };

    private static bool IsThisMachine(string host) =>
        host is "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
