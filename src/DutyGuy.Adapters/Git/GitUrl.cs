using System.Text.RegularExpressions;

namespace DutyGuy.Adapters.Git;

/// <summary>Which addresses of repositories are taken: https, ssh and files; no helper that runs a command.</summary>
public static partial class GitUrl
{
    /// <summary>Why the address is refused, and what to write instead; null when it is fine.</summary>
    public static string? Refusal(string url) =>
        url.Length > 2000 ? "The address of a repository has at most 2000 letters."
        : IsFile(url) || IsHttps(url) || SshUrl.IsMatch(url) || SshShort.IsMatch(url) ? null
        : "The address of a repository must be https://..., ssh://..., user@host:path or a full path of a folder; "
            + $"\"{WithoutSecret(url)}\" is none of these.";

    /// <summary>The address without user and password, fit for messages.</summary>
    public static string WithoutSecret(string url) => Credentials.Replace(url, "${scheme}");

    /// <summary>The forges agree on the address of a commit's page; a repository without a web address has none.</summary>
    public static string? PageOf(string repository, string commit) =>
        IsHttps(repository)
            ? $"{WithoutSecret(repository).TrimEnd('/').Replace(".git", "", StringComparison.Ordinal)}/commit/{commit}"
            : null;

    private static bool IsFile(string url) =>
        (Path.IsPathFullyQualified(url) || url.StartsWith("file:///", StringComparison.Ordinal))
        && !url.Any(char.IsControl);

    private static bool IsHttps(string url) =>
        url.StartsWith("https://", StringComparison.Ordinal)
        && Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && uri.Host.Length > 0
        && uri.Host[0] != '-'
        && !url.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));

    // A host or user that begins with a dash would reach ssh as an option.
    [GeneratedRegex(
        @"\Assh://([A-Za-z0-9_][\w.+-]*@)?[A-Za-z0-9\[][\w.:\]-]*/[^\s\p{C}]+\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex SshUrl { get; }

    [GeneratedRegex(
        @"\A[A-Za-z0-9_][\w.+-]*@[A-Za-z0-9][\w.-]*:[^-\s:\p{C}][^\s\p{C}]*\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex SshShort { get; }

    [GeneratedRegex("(?<scheme>[a-z]+://)[^/@]+@", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Credentials { get; }
}
