using System.Text.RegularExpressions;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>One result of continuous integration.</summary>
public sealed partial record CiResult
{
    /// <summary>Whether a text is the whole hash of a commit, in small letters.</summary>
    public static bool IsHash(string text) => Hashes().IsMatch(text);

    /// <summary>Whether a text can be the beginning of a hash that tells a commit.</summary>
    public static bool IsPrefix(string text) => Prefixes().IsMatch(text);

    /// <summary>Whether a text can be asked of a repository as a commit.</summary>
    public static bool IsPrefixOrHash(string text) => IsPrefix(text) || IsHash(text);

    /// <summary>Whether a text can name what was shipped: a hash, a tag, a digest; plain letters only.</summary>
    public static bool IsName(string? text) => text is not null && Names().IsMatch(text);

    /// <summary>A commit as people say it.</summary>
    public static string Short(string commit) => commit[..Math.Min(7, commit.Length)];

    [GeneratedRegex("^(?:[0-9a-f]{40}|[0-9a-f]{64})\\z", RegexOptions.NonBacktracking)]
    private static partial Regex Hashes();

    [GeneratedRegex("^[0-9a-f]{7,63}\\z", RegexOptions.NonBacktracking)]
    private static partial Regex Prefixes();

    [GeneratedRegex("^[A-Za-z0-9._:/+@-]{1,200}\\z", RegexOptions.NonBacktracking)]
    private static partial Regex Names();

    /// <summary>Order of arrival.</summary>
    public long Id { get; init; }

    /// <summary>The repository.</summary>
    public required string Repository { get; init; }

    /// <summary>The pipeline within it; empty when there is one only.</summary>
    public string Pipeline { get; init; } = "";

    /// <summary>The branch it ran on.</summary>
    public required string Branch { get; init; }

    /// <summary>The commit it ran on.</summary>
    public required string Commit { get; init; }

    /// <summary>What came out.</summary>
    public required CiStatus Status { get; init; }

    /// <summary>The server's clock at receipt.</summary>
    public required Instant At { get; init; }

    /// <summary>The sender's own time.</summary>
    public Instant? SentAt { get; init; }

    /// <summary>Where to read more.</summary>
    public string? Url { get; init; }

    /// <summary>Names of the tests that failed.</summary>
    public IReadOnlyList<string> FailingTests { get; init; } = [];
}

/// <summary>Words of <c>signals/ci</c>.</summary>
public enum CiStatus
{
    /// <summary>Completed and red.</summary>
    Failing,

    /// <summary>Completed and green.</summary>
    Passing,

    /// <summary>Not completed; says nothing.</summary>
    Running,

    /// <summary>Stopped by somebody; says nothing.</summary>
    Cancelled,

    /// <summary>The sender cannot tell.</summary>
    Unknown,
}
