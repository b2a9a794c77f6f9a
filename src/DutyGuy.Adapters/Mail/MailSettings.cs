namespace DutyGuy.Adapters.Mail;

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailTls
{
    /// <summary>Not at all; no password is sent over it but to this machine.</summary>
    None,

    /// <summary>Plain first, then STARTTLS, which must succeed (port 587).</summary>
    StartTls,

    /// <summary>From the first byte (port 465).</summary>
    Implicit,
}

/// <summary>The mail server and who we are there.</summary>
/// <param name="From">An address, with a name if wanted: `Duty Guy &lt;duty@example.org&gt;`.</param>
public sealed record MailSettings(
    string Host,
    int Port,
    MailTls Tls,
    string From,
    string? User = null,
    string? Password = null
);

/// <summary>A plain text mail.</summary>
/// <param name="Key">The message's key for ever: every attempt has the same Message-ID.</param>
/// <param name="Link">The page that the mail speaks of, put below the text.</param>
public sealed record MailToSend(string To, string Subject, string Text, string? Link, string Key);
