using System.Text.RegularExpressions;
using NodaTime;

namespace DutyGuy.Domain;

/// <summary>One result of continuous integration.</summary>
public sealed partial record CiResult
{
    /// <summary>Whether a text can name a commit; short forms are cut from it, so that it has plain letters only.</summary>
    public static bool IsCommit(string? text) => text is not null && Commits().IsMatch(text);

    [GeneratedRegex("^[A-Za-z0-9._:/+@-]{1,200}\\z", RegexOptions.NonBacktracking)]
    private static partial Regex Commits();

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
