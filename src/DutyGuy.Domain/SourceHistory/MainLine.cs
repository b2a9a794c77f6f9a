using NodaTime;

namespace DutyGuy.Domain;

/// <summary>What changes in the stored main line when the repository shows another one.</summary>
/// <param name="Gone">Commits that are on the line no longer: its history was rewritten.</param>
/// <param name="Added">New commits, oldest first: newer ones with a higher place than any before, older ones with a lower.</param>
public sealed record MainLine(IReadOnlyList<MainCommit> Gone, IReadOnlyList<MainCommit> Added)
{
    /// <summary>Compares the line as it is kept with the line as it is seen.</summary>
    /// <param name="kept">Commits that are kept, in any order.</param>
    /// <param name="seen">The line as the repository shows it, newest first.</param>
    /// <param name="oneWay">Why there is no way back, by commit.</param>
    public static MainLine Of(
        string repository,
        IReadOnlyList<MainCommit> kept,
        IReadOnlyList<SourceCommit> seen,
        Instant now,
        IReadOnlyDictionary<string, string>? oneWay = null
    )
    {
        var known = kept.ToDictionary(c => c.Sha, StringComparer.Ordinal);
        var common = seen.Select(c => known.GetValueOrDefault(c.Sha)).FirstOrDefault(c => c is not null);
        var next = kept.Count == 0 ? 1 : kept.Max(c => c.Ordinal) + 1;
        var added = seen.TakeWhile(c => c.Sha != common?.Sha).Reverse();
        return new(
            [.. kept.Where(c => common is null || c.Ordinal > common.Ordinal)],
            [
                .. Older(kept, seen, common).Select(c => Commit(repository, c.Commit, c.Ordinal, now, oneWay)),
                .. added.Select((c, i) => Commit(repository, c, next + i, now, oneWay)),
            ]
        );
    }

    /// <summary>Kept commits of which it is known otherwise now whether there is a way back.</summary>
    public IReadOnlyList<MainCommit> Marked(
        IReadOnlyList<MainCommit> kept,
        IReadOnlyDictionary<string, string> oneWay
    ) => [.. kept.Except(Gone).Select(c => c with { OneWay = oneWay.GetValueOrDefault(c.Sha) }).Except(kept)];

    /// <summary>What is seen behind the oldest that is kept: it comes before it.</summary>
    static IEnumerable<(SourceCommit Commit, long Ordinal)> Older(
        IReadOnlyList<MainCommit> kept,
        IReadOnlyList<SourceCommit> seen,
        MainCommit? common
    )
    {
        if (common is null)
            return [];
        var oldest = kept.MinBy(c => c.Ordinal)!;
        return seen.SkipWhile(c => c.Sha != oldest.Sha).Skip(1).Select((c, i) => (c, oldest.Ordinal - 1 - i)).Reverse();
    }

    static MainCommit Commit(
        string repository,
        SourceCommit commit,
        long ordinal,
        Instant now,
        IReadOnlyDictionary<string, string>? oneWay
    ) =>
        new()
        {
            Repository = repository,
            Sha = commit.Sha,
            Ordinal = ordinal,
            Title = commit.Title,
            AuthorName = commit.AuthorName,
            AuthorMail = commit.AuthorMail,
            AuthoredAt = commit.AuthoredAt,
            SeenAt = now,
            OneWay = oneWay?.GetValueOrDefault(commit.Sha),
        };
}
