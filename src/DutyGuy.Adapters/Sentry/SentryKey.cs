using NodaTime;

namespace DutyGuy.Adapters.Sentry;

/// <summary>The public key with which a sender names itself.</summary>
public static class SentryKey
{
    /// <summary>
    /// The key from the header `X-Sentry-Auth`, else `Authorization: Sentry ...`, else the query's `sentry_key`, else
    /// the DSN in the envelope's header; null when none has one.
    /// </summary>
    public static string? From(string? xSentryAuth, string? authorization, string? query, string? envelopeDsn) =>
        InHeader(xSentryAuth) ?? InHeader(authorization) ?? Plain(query) ?? InDsn(envelopeDsn);

    /// <summary>When it was sent, by the sender's clock, as clients of before 2018 say it beside their key.</summary>
    public static Instant? SentAt(string? xSentryAuth, string? authorization) =>
        Json.Moment(InHeader(xSentryAuth, "sentry_timestamp") ?? InHeader(authorization, "sentry_timestamp"));

    private static string? InHeader(string? header, string name = "sentry_key")
    {
        const string Scheme = "Sentry ";
        if (header is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        return header[Scheme.Length..]
            .Split(',')
            .Select(p => p.Split('=', 2, StringSplitOptions.TrimEntries))
            .Where(p => p.Length == 2 && p[0].Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(p => Plain(p[1]))
            .FirstOrDefault();
    }

    private static string? InDsn(string? dsn) =>
        Uri.TryCreate(dsn, UriKind.Absolute, out var address) ? Plain(address.UserInfo.Split(':')[0]) : null;

    private static string? Plain(string? key) => string.IsNullOrWhiteSpace(key) ? null : key.Trim().Trim('"');
}
