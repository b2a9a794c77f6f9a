using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>
/// A line of source without what a renamed variable, moved lines or formatting change: what is called, read and said. It
/// tells two lines of one function apart.
/// </summary>
public static partial class LineShape
{
    private const int Longest = 1000;

    // Written by SDKs where a line is longer than they send.
    private const string Cut = "{snip}";

    /// <summary>8 hex digits; null when the line is not known whole.</summary>
    public static string? Of(string? line)
    {
        if (string.IsNullOrWhiteSpace(line) || line.Length > Longest || line.Contains(Cut, StringComparison.Ordinal))
            return null;
        var shape = string.Concat(Tokens().Matches(Interpolated().Replace(line, "")).Select(Plain));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shape)).AsSpan(0, 4));
    }

    // A comment says nothing, and formatters choose the quotes.
    private static string Plain(Match token) =>
        token.Groups["comment"].Success ? ""
        : token.Value is ['\'', .., '\''] && !token.Value.Contains('"', StringComparison.Ordinal)
            ? $"\"{token.Value[1..^1]}\""
        : token.Value;

    [GeneratedRegex(@"[$#]\{[^{}]*\}|(?<=[""'`][^""'`]*)\{[^{}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Interpolated();

    // Members, calls, types, fields, symbols, texts and numbers; no variables, no blanks.
    [GeneratedRegex(
        @"(?<comment>(?<=\s)#\s.*$|(?<=[;{},)]\s*)//.*$)|""(\\.|[^""\\])*""|'(\\.|[^'\\])*'|`(\\.|[^`\\])*`|(?<=[.@:$]|->)[\p{L}_]\w*|[\p{L}_]\w*(?=\s*\()|\b\p{Lu}\w*|\b(throw|raise|new|return|await|yield|panic|if|unless|for|in|not|and|or|else)\b|\d+|[^\s\p{L}_\d]",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Tokens();
}
