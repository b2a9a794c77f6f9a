using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace DutyGuy.Adapters.Mail;

/// <summary>Makes the mail itself.</summary>
public static class MailForm
{
    /// <summary>Why the address cannot be mailed to; null when it can.</summary>
    public static string? Refusal(string address) =>
        TryAddress(address, out _) ? null : $"\"{address}\" is not a mail address, as lea@example.org.";

    /// <summary>The Message-ID that belongs to a key: the same in every attempt and from every node.</summary>
    public static string MessageId(string key, string domain) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32]}@{domain}";

    internal static MimeMessage Message(MailToSend mail, MailboxAddress from, MailboxAddress to)
    {
        var message = new MimeMessage { Subject = OneLine(mail.Subject), MessageId = MessageId(mail.Key, from.Domain) };
        message.From.Add(from);
        message.To.Add(to);
        // Tells holiday answers and loops to keep quiet (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Body = new TextPart("plain") { Text = mail.Link is null ? mail.Text : $"{mail.Text}\n\n{mail.Link}\n" };
        return message;
    }

    internal static bool TryAddress(string address, [NotNullWhen(true)] out MailboxAddress? mailbox) =>
        MailboxAddress.TryParse(address, out mailbox)
        && !address.Any(char.IsControl)
        && mailbox.Domain.Length > 0
        && mailbox.LocalPart.Length > 0;

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
