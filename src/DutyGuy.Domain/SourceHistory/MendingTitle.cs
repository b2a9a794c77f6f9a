using System.Buffers;
using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>Tells from its title whether a commit mends a fault of the product.</summary>
public static partial class MendingTitle
{
    // A quick look first: most titles have none of these.
    private static readonly SearchValues<string> Words = SearchValues.Create(
        [
            .. (string[])["fix", "bug", "regression", "crash", "revert", "broken", "leak"],
            .. (string[])["race", "deadlock", "error", "exception", "npe", "panic"],
        ],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>Whether it does; `mendsIssue` when the message closes an issue as a bug.</summary>
    public static bool Is(string title, bool mendsIssue = false) =>
        (mendsIssue || (title.AsSpan().ContainsAny(Words) && Mends().IsMatch(title))) && !Other().IsMatch(title);

    [GeneratedRegex(
        @"\b(fix(e[sd]|ing|up)?|hot-?fix(es)?|bug-?fix(es)?|bugs?|regressions?|crash(es|ed|ing)?|revert(s|ed|ing)?|broken|leaks?|"
            + @"race conditions?|deadlocks?|\w+(error|exception)|npe|panics?)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex Mends();

    [GeneratedRegex(
        @"\b(typos?|lint(er|ing)?|rubocop|eslint|prettier|flake8|mypy|typing|format(ting)?|whitespace|indent\w*|bump|upgrade|deps|"
            + @"renam\w+|docs?|documentation|readme|changelog|translat\w+|i18n|l10n|tests?|testing|flak\w+|specs?|ci|coverage|comments?|"
            + @"warnings?|refactor\w*|clean ?up|release|backport|cherry[- ]pick|spelling|grammar|wording)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex Other();
}
