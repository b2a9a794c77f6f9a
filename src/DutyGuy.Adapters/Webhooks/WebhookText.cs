using System.Text.RegularExpressions;

namespace DutyGuy.Adapters.Webhooks;

/// <summary>Text as Slack, Mattermost and Teams take it, with nothing in it that rings everybody.</summary>
public static partial class WebhookText
{
    /// <summary>The text, the link on a line of its own; `&lt;!here&gt;` and `@here` are shown, not obeyed.</summary>
    public static string Of(string text, string? link)
    {
        var escaped = text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
        // A space without width between the sign and the word keeps the word readable.
        var quiet = Everybody.Replace(escaped, "@\u200b${word}");
        return link is null ? quiet : $"{quiet}\n{link}";
    }

    [GeneratedRegex(
        "@(?<word>here|channel|all|everyone|group)\\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Everybody { get; }
}
