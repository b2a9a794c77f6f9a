using DutyGuy.Adapters.Mail;
using DutyGuy.Adapters.Webhooks;
using DutyGuy.Commands;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Web;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Clockwork;

/// <summary>Which way a message leaves the server; null: it is read in the product.</summary>
public sealed class OutboxChannels(DutyStore store, ServeSettings settings, SecretBox box, PublicLinks links)
    : IDisposable
{
    readonly OutgoingWebhook webhook = new();

    /// <summary>The way of a message as things are connected now.</summary>
    public async Task<Func<CancellationToken, Task<SendOutcome>>?> Of(OutboxMessage message)
    {
        if (message.Kind is OutboxKind.Assign or OutboxKind.Ticket or OutboxKind.Deploy)
            return null;
        var link = links.Absolute(message.Link);
        if (message.To == NewMessage.Team)
            return await Setting(ConnectionKind.Webhook, "webhook") is { } hook && hook.TryGetValue("url", out var url)
                ? stop => webhook.SendAsync(url, message.Text, link, message.Key, stop)
                : null;
        if (await Setting(ConnectionKind.Mail, "mail") is not { } mail || await AddressOf(message.To) is not { } to)
            return null;
        var sender = new MailSender(MailOf(mail));
        return stop =>
            sender.SendAsync(new MailToSend(to, Subject(message.Text), message.Text, link, message.Key), stop);
    }

    public void Dispose() => webhook.Dispose();

    /// <summary>A connection set on the page wins over duty.json, so that it can be mended without the machine.</summary>
    async Task<IReadOnlyDictionary<string, string>?> Setting(ConnectionKind kind, string section)
    {
        var row = await store.Read(db =>
            db.Connections.Where(c => c.Kind == kind).OrderByDescending(c => c.Id).FirstOrDefaultAsync()
        );
        if (row is not null)
            return box.Opened(row);
        var written = settings
            .All.GetSection(section)
            .GetChildren()
            .ToDictionary(s => s.Key.ToLowerInvariant(), s => s.Value ?? "", StringComparer.Ordinal);
        return written.Count == 0 ? null : written;
    }

    Task<string?> AddressOf(string handle) =>
        store.Read(async db => (await db.People.FirstOrDefaultAsync(p => p.Handle == handle))?.Emails.FirstOrDefault());

    static MailSettings MailOf(IReadOnlyDictionary<string, string> mail)
    {
        var port = int.TryParse(mail.GetValueOrDefault("port"), out var number) ? number : 25;
        return new(
            mail.GetValueOrDefault("host", "localhost"),
            port,
            Tls(mail.GetValueOrDefault("tls"), port),
            mail.GetValueOrDefault("from", "duty@localhost"),
            mail.GetValueOrDefault("user"),
            mail.GetValueOrDefault("password")
        );
    }

    static MailTls Tls(string? word, int port) =>
        Enum.TryParse<MailTls>(word, ignoreCase: true, out var tls) ? tls
        : port == 465 ? MailTls.Implicit
        : port == 587 ? MailTls.StartTls
        : MailTls.None;

    static string Subject(string text)
    {
        var first = text.Split('\n')[0];
        return first.Length <= 78 ? first : first[..77] + "…";
    }
}
