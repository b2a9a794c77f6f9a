using System.Text;
using System.Text.RegularExpressions;
using DutyGuy.Domain;

namespace DutyGuy.Adapters.Git;

/// <summary>What the body of a commit's message tells: who helped, and whether it closes an issue as a bug.</summary>
internal static partial class CommitMessage
{
    private static readonly byte[][] Words =
    [
        .. ((string[])["-by:", "-By:", "ixes", "ix:", "-bug:", "-Bug:"]).Select(Encoding.UTF8.GetBytes),
    ];

    public static bool MendsIssue(string title, ReadOnlySpan<byte> body) =>
        (Speaks(body) || title.Contains("ix", StringComparison.OrdinalIgnoreCase))
        && Closes().IsMatch(title + "\n" + Encoding.UTF8.GetString(body));

    public static IReadOnlyList<Helper> Helpers(ReadOnlySpan<byte> body, Signature author, Signature committer)
    {
        var helpers = new List<Helper>(0);
        if (committer.Mail != author.Mail && !committer.Mail.EndsWith("noreply@github.com", StringComparison.Ordinal))
            helpers.Add(new Helper(committer, Part.Lander));
        if (body.IndexOf("-by:"u8) >= 0 || body.IndexOf("-By:"u8) >= 0)
            foreach (Match line in Trailer().Matches(Encoding.UTF8.GetString(body)))
                helpers.Add(
                    new Helper(
                        new Signature(line.Groups["name"].Value.Trim(), line.Groups["mail"].Value.Trim()),
                        line.Groups["how"].Value.StartsWith("co", StringComparison.OrdinalIgnoreCase)
                            ? Part.CoAuthor
                            : Part.Reviewer
                    )
                );
        return helpers;
    }

    private static bool Speaks(ReadOnlySpan<byte> body)
    {
        foreach (var word in Words)
            if (body.IndexOf(word) >= 0)
                return true;
        return false;
    }

    [GeneratedRegex(
        @"^(?<how>co-authored|reviewed|acked|tested)-by:(?<name>[^<\n]*)<(?<mail>[^>\n]+)>",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex Trailer();

    [GeneratedRegex(
        @"\bfix(es|ed)?\s*:?\s*(#\d+|https?://\S+/issues/\d+|[A-Z]{2,}-\d+)|^closes-bug:",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex Closes();
}
