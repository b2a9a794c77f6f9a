using NodaTime;

namespace DutyGuy.Domain;

/// <summary>A git repository that the server mirrors.</summary>
public sealed record SourceRepository
{
    /// <summary>Short name, as CI signals say it.</summary>
    public required string Id { get; init; }

    /// <summary>Address by https, ssh or file.</summary>
    public required string Url { get; init; }

    /// <summary>The main branch.</summary>
    public string Main { get; init; } = "main";

    /// <summary>The project that is built from it.</summary>
    public string? Project { get; init; }

    /// <summary>The only pipelines that a commit waits for; null: those that report as a rule.</summary>
    public IReadOnlyList<string>? Required { get; init; }

    /// <summary>Git path patterns: a change of such a file has no way back.</summary>
    public IReadOnlyList<string> OneWay { get; init; } = [];

    /// <summary>The patterns with which the kept commits were looked at, one a line; null before the first look.</summary>
    public string? OneWayRead { get; init; }

    /// <summary>The newest result of CI that was there when the last fetch began: later ones may name commits to come.</summary>
    public long FetchedThrough { get; init; }

    /// <summary>When the mirror was last brought up to date.</summary>
    public Instant? LastFetchedAt { get; init; }

    /// <summary>Why it could not be, null when it could.</summary>
    public string? LastFailure { get; init; }
}

/// <summary>A commit on the main line of a repository, in the order of the main line.</summary>
public sealed record MainCommit
{
    /// <summary>The repository.</summary>
    public required string Repository { get; init; }

    /// <summary>Its full hash.</summary>
    public required string Sha { get; init; }

    /// <summary>Place on the main line, growing.</summary>
    public required long Ordinal { get; init; }

    /// <summary>First line of its message.</summary>
    public required string Title { get; init; }

    /// <summary>Name of its author.</summary>
    public required string AuthorName { get; init; }

    /// <summary>Address of its author.</summary>
    public required string AuthorMail { get; init; }

    /// <summary>When it was written.</summary>
    public required Instant AuthoredAt { get; init; }

    /// <summary>When the server first saw it on main.</summary>
    public required Instant SeenAt { get; init; }

    /// <summary>Why there is no way back behind it; null when there is one.</summary>
    public string? OneWay { get; init; }

    /// <summary>The commit of a line that a whole hash, or the beginning of one, names; null when none or several do.</summary>
    public static MainCommit? Named(string? name, IReadOnlyList<MainCommit> line)
    {
        if (name is null)
            return null;
        if (!CiResult.IsPrefix(name))
            return line.FirstOrDefault(c => c.Sha == name);
        var found = line.Where(c => c.Sha.StartsWith(name, StringComparison.Ordinal)).Take(2).ToList();
        return found.Count == 1 ? found[0] : found.Find(c => c.Sha == name);
    }
}
