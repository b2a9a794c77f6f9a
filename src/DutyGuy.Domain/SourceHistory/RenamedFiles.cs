namespace DutyGuy.Domain;

/// <summary>
/// Joins a file that went with a file that came in the same commit. Same content, else the same name, is proof enough;
/// git's own search reads every pair of contents, which costs more than all the rest of the log.
/// </summary>
public static class RenamedFiles
{
    private const int MostJoined = 2000;

    /// <summary>The changes with each pair joined to one.</summary>
    public static IReadOnlyList<LoggedChange> Join(IReadOnlyList<LoggedChange> changes)
    {
        var gone = changes.Where(change => change.NewBlob == 0).ToList();
        var come = changes.Where(change => change.OldBlob == 0 && change.NewBlob != 0).ToList();
        if (gone.Count == 0 || come.Count == 0 || gone.Count + come.Count > MostJoined)
            return changes;
        var pairs = new Dictionary<string, LoggedChange>(StringComparer.Ordinal);
        Pair(gone, come, pairs, change => change.NewBlob == 0 ? Hex(change.OldBlob) : Hex(change.NewBlob));
        Pair(gone, come, pairs, change => Name(change.Path));
        Pair(gone, come, pairs, change => Path(change.Path));
        if (pairs.Count == 0)
            return changes;
        var joined = pairs.Values.Select(change => change.Path).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. changes
                .Where(change => change.NewBlob != 0 || !joined.Contains(change.Path))
                .Select(change =>
                    change.OldBlob == 0 && pairs.TryGetValue(change.Path, out var old)
                        ? change with
                        {
                            From = old.Path,
                            OldBlob = old.OldBlob,
                        }
                        : change
                ),
        ];
    }

    private static void Pair(
        List<LoggedChange> gone,
        List<LoggedChange> come,
        Dictionary<string, LoggedChange> pairs,
        Func<LoggedChange, string> sameness
    )
    {
        var left = gone.GroupBy(sameness, StringComparer.Ordinal)
            .Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        foreach (
            var group in come.GroupBy(sameness, StringComparer.Ordinal).Where(group => group.Count() == 1).ToList()
        )
        {
            if (!left.TryGetValue(group.Key, out var old))
                continue;
            pairs[group.First().Path] = old;
            gone.Remove(old);
            come.Remove(group.First());
        }
    }

    private static string Hex(ulong blob) => blob.ToString("x", null);

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    // agenda.js → agenda.ts: the path without its ending.
    private static string Path(string path) => path.LastIndexOf('.') is > 0 and var dot ? path[..dot] : path;
}
