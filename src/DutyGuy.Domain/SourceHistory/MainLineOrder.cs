using System.Text;

namespace DutyGuy.Domain;

/// <summary>
/// Puts commits into an index in the order in which the main line came to know them. A unit is one entry of the main
/// line: a commit, or a merge with all that it brought in, which comes last.
/// </summary>
public static class MainLineOrder
{
    private const int LongestTitle = 160;

    /// <summary>Appends what is new; false, and nothing done, when the head does not follow from the index's head.</summary>
    /// <param name="commits">Everything that the head has and the index has not, in any order.</param>
    public static bool Append(this SourceIndex index, IReadOnlyList<LoggedCommit> commits, CommitId head)
    {
        var known = new Dictionary<CommitId, LoggedCommit>(commits.Count);
        foreach (var commit in commits)
            known.TryAdd(commit.Id, commit);
        var line = new List<LoggedCommit>();
        var next = (CommitId?)head;
        while (next is { } id && id != index.Head && known.TryGetValue(id, out var commit))
        {
            line.Add(commit);
            next = commit.Parents.Count > 0 ? commit.Parents[0] : null;
        }
        if (index.Count > 0 && next != index.Head)
            return false;
        var unit = index.Count == 0 ? 0 : index.Units[index.Count - 1] + 1;
        line.Reverse();
        foreach (var landing in line)
            AddUnit(index, Brought(index, landing, known), landing, unit++);
        return true;
    }

    // What the entry brought in that no earlier one had, oldest first, the entry itself last.
    private static List<LoggedCommit> Brought(
        SourceIndex index,
        LoggedCommit landing,
        Dictionary<CommitId, LoggedCommit> known
    )
    {
        if (landing.Parents.Count < 2)
            return [landing];
        var (seen, found) = (new HashSet<CommitId> { landing.Id }, new List<LoggedCommit>());
        var open = new Stack<CommitId>(landing.Parents);
        while (open.TryPop(out var id))
        {
            if (index.Knows(id) || !known.TryGetValue(id, out var commit) || !seen.Add(id))
                continue;
            found.Add(commit);
            foreach (var parent in commit.Parents)
                open.Push(parent);
        }
        return [.. found.OrderBy(commit => commit.CommittedAt).ThenBy(commit => commit.Id.Value), landing];
    }

    private static void AddUnit(SourceIndex index, List<LoggedCommit> commits, LoggedCommit landing, int unit)
    {
        foreach (var commit in commits)
        {
            var marks =
                (commit.Parents.Count > 1 ? SourceIndex.Merge : 0)
                | (MendingTitle.Is(commit.Title, commit.MendsIssue) ? SourceIndex.Mends : 0)
                | (commit == landing ? SourceIndex.Landing : 0);
            var author = index.People.Of(commit.Author);
            var title = commit.Title.Length > LongestTitle ? commit.Title[..LongestTitle] : commit.Title;
            index.AddCommit(commit.Id, author, landing.CommittedAt, unit, (byte)marks, Encoding.UTF8.GetBytes(title));
            foreach (var helper in commit.Helpers)
                index.AddHelper(index.People.Of(helper.Who), helper.Part);
            foreach (var change in commit.Changes)
                index.AddChange(
                    index.PathNumber(change.Path),
                    change.From is null ? -1 : index.PathNumber(change.From),
                    change.OldBlob,
                    change.NewBlob
                );
        }
    }
}
