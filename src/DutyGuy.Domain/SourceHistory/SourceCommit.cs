using NodaTime;

namespace DutyGuy.Domain;

/// <summary>One commit of a watched repository; names and mails are those of the repository's mail map.</summary>
/// <param name="Sha">The full hash in lower case hex.</param>
/// <param name="Parents">Full hashes, the first parent first; empty for a root commit.</param>
/// <param name="Files">Paths that differ from the first parent; null when nobody asked for them.</param>
public sealed record SourceCommit(
    string Sha,
    IReadOnlyList<string> Parents,
    string AuthorName,
    string AuthorMail,
    Instant AuthoredAt,
    Instant CommittedAt,
    string Title,
    IReadOnlyList<string>? Files = null
);
