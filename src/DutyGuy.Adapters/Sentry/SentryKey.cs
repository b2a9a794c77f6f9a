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

    private static string? InHeader(string? header)
    {
        const string Scheme = "Sentry ";
        if (header is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        return header[Scheme.Length..]
            .Split(',', StringSplitOptions.TrimEntries)
            .Where(p => p.StartsWith("sentry_key=", StringComparison.Ordinal))
            .Select(p => Plain(p["sentry_key=".Length..]))
            .FirstOrDefault();
    }

    private static string? InDsn(string? dsn) =>
        Uri.TryCreate(dsn, UriKind.Absolute, out var address) ? Plain(address.UserInfo.Split(':')[0]) : null;

    private static string? Plain(string? key) => string.IsNullOrWhiteSpace(key) ? null : key.Trim().Trim('"');
}
