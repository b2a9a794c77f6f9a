namespace DutyGuy.Domain;

/// <summary>A name and an address as a commit bears them.</summary>
public readonly record struct Signature(string Name, string Mail);

/// <summary>How somebody besides the author had part in a commit.</summary>
public enum Part
{
    /// <summary>Wrote it together with the author.</summary>
    CoAuthor,

    /// <summary>Reviewed, acknowledged or tested it.</summary>
    Reviewer,

    /// <summary>Merged or applied it.</summary>
    Lander,
}

/// <summary>A part in a commit.</summary>
public readonly record struct Helper(Signature Who, Part Part);

/// <summary>One file that a commit changed; a blob is the first 16 digits of its hash, 0 for none.</summary>
/// <param name="From">The path that it had before, when the commit renamed it.</param>
public readonly record struct LoggedChange(string Path, ulong OldBlob, ulong NewBlob, string? From = null);

/// <summary>One commit as the log tells it; names and addresses are those of the mail map.</summary>
/// <param name="CommittedAt">Seconds since 1970.</param>
/// <param name="MendsIssue">The message closes an issue as a bug.</param>
/// <param name="Changes">Of a merge: files that differ from all parents, one row for each parent.</param>
public sealed record LoggedCommit(
    CommitId Id,
    IReadOnlyList<CommitId> Parents,
    Signature Author,
    long CommittedAt,
    string Title,
    bool MendsIssue,
    IReadOnlyList<Helper> Helpers,
    IReadOnlyList<LoggedChange> Changes
);
