namespace DutyGuy.Domain;

/// <summary>The first bad commit, as far as the results of CI tell.</summary>
/// <param name="Commit">The first red commit after the last green one.</param>
/// <param name="Author">Handle of its author; null when nobody of the team.</param>
/// <param name="Sentence">The answer in words.</param>
public sealed record Culprit(MainCommit Commit, string? Author, string Sentence)
{
    /// <summary>Null while main is not red, or the commit is not on the line yet.</summary>
    public static Culprit? Of(DutyFacts facts)
    {
        if (facts.Main.Now.Broken.Count == 0)
            return null;
        var broken = facts.Main.Now.Broken.MinBy(b => b.FirstBad.At)!;
        // Repositories with a common past share commits: only the broken one's own line counts.
        var line = facts.Line.Where(c => c.Repository == broken.Repository).ToList();
        var bad = line.FirstOrDefault(c => c.Sha == broken.FirstBad.Commit);
        if (bad is null)
            return null;
        var good = line.FirstOrDefault(c => c.Sha == broken.LastGood)?.Ordinal ?? bad.Ordinal - 1;
        var searched = line.Count(c => c.Ordinal > good && c.Ordinal <= bad.Ordinal);
        var author = AuthorOf(facts, bad);
        var by = author is null ? bad.AuthorName : facts.NameOf(author);
        var among = searched > 1 ? $" One of {searched} commits since the last green one." : "";
        return new(
            bad,
            author,
            $"{bad.Sha[..Math.Min(7, bad.Sha.Length)]} “{bad.Title}”, by {FullStop.After(by)}{among}"
        );
    }

    /// <summary>The person of the team who wrote a commit, by mail address, else by full name.</summary>
    public static string? AuthorOf(DutyFacts facts, MainCommit commit) =>
        (
            facts.People.Values.FirstOrDefault(p =>
                p.Emails.Contains(commit.AuthorMail, StringComparer.OrdinalIgnoreCase)
            ) ?? facts.People.Values.FirstOrDefault(p => p.Name == commit.AuthorName)
        )?.Handle;
}
