using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>Takes people's data out of a text that is kept: mail addresses, hosts' addresses, queries, named values.</summary>
public static partial class Redaction
{
    /// <summary>The text with `[mail]`, `[ip]` and `[user]`; `own` are the values by which the event names its user.</summary>
    public static string Clean(string text, IReadOnlyList<string>? own = null)
    {
        if (text.Contains('@') || text.Contains("%40", StringComparison.OrdinalIgnoreCase))
            text = Mail().Replace(text, "[mail]");
        foreach (var value in own ?? [])
            text = PersonsValue.BlotOut(text, value);
        if (text.Contains('?'))
            text = Query().Replace(text, "");
        // 10.0.0.1, ::1
        if (text.AsSpan().Count('.') >= 3 || text.AsSpan().Count(':') >= 2)
            text = Ip().Replace(text, "[ip]");
        return text.Contains('=') || text.Contains(':') || text.Contains("bearer", StringComparison.OrdinalIgnoreCase)
            ? Secret().Replace(text, "${name}[hidden]")
            : text;
    }

    /// <summary>Path of an address: no host, no user, no query, no fragment.</summary>
    public static string PathOf(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal);
        var path = start < 0 ? url : url[(start + 3)..];
        if (start >= 0)
            path = path.IndexOf('/') is >= 0 and var slash ? path[slash..] : "/";
        var end = path.AsSpan().IndexOfAny('?', '#');
        return end < 0 ? path : path[..end];
    }

    [GeneratedRegex(
        @"[\w.+\-']+(@|%40)(?!v\d+\.\d)[\w\-]+(\.[\w\-]+)+",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Mail();

    // Only a query of an address or a path, not a question mark of a sentence.
    [GeneratedRegex(@"(?<=[/\w])\?[\w\-.~%\[\]]+(=|&)[^\s'"")>]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Query();

    [GeneratedRegex(
        @"(?<![\w.])(\d{1,3}(\.\d{1,3}){3}(?![\w]|\.\d)|(?<!:)([0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}(?![\w:])|(?<!:)([0-9a-f]{1,4}:){1,6}(:[0-9a-f]{1,4}){1,6}(?![\w:])|(?<!:)::1(?![\w:]))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Ip();

    [GeneratedRegex(
        @"(?<name>\b(set-cookie|cookie|authorization|password|passwd|secret|token|api[_-]?key|session[_-]?id)[""']?\s*[:=]\s*[""']?|\bbearer\s+)((basic|bearer)\s+)?[^\s""',;&]+",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Secret();
}
