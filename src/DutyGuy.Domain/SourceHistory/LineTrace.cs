namespace DutyGuy.Domain;

/// <summary>
/// Finds who last wrote a line, as `git blame -w` does, but without a walk over all commits: the index knows which commits
/// changed the file and to which content, so only those contents are read.
/// </summary>
/// <param name="read">Gives the content of a blob as hashes of its lines (see <see cref="LineHashes"/>); null when it cannot.</param>
public sealed class LineTrace(SourceIndex index, Func<ulong, int[]?> read)
{
    private const int MostVersions = 400;

    private sealed record Open(ulong Blob, int Before, int Path, List<(int Asked, int At)> Lines);

    private readonly Dictionary<ulong, int[]?> _contents = [];

    /// <summary>The writers of some lines (counted from 1) of a file as it was when so many commits were known.</summary>
    /// <param name="more">Asked before each version is read; false ends the search, what is not found is left out.</param>
    public IReadOnlyList<WrittenLine> Of(string path, IEnumerable<int> lines, int known, Func<bool> more)
    {
        var found = new List<WrittenLine>();
        if (index.FindPath(path) is not { } number || Latest(number, known) is not { } latest)
            return found;
        var open = new Queue<Open>();
        var count = Content(index.NewBlobs[latest])?.Length ?? 0;
        var asked = lines
            .Where(line => line >= 1 && line <= count)
            .Distinct()
            .Select(line => (line, line - 1))
            .ToList();
        open.Enqueue(new Open(index.NewBlobs[latest], known, number, asked));
        for (var versions = 0; versions < MostVersions && open.TryDequeue(out var version) && more(); versions++)
            Step(version, path, open, found);
        return found;
    }

    // The change that made this content; its new lines are its commit's, the others are looked for further back.
    private void Step(Open version, string path, Queue<Open> open, List<WrittenLine> found)
    {
        if (version.Lines.Count == 0 || Maker(version) is not { } change)
            return;
        var commit = index.ChangeCommits[change];
        var left = version.Lines;
        // A merge has one row for each parent: what neither of them had is the merge's own.
        for (
            var row = change;
            row >= 0 && index.ChangeCommits[row] == commit && left.Count > 0;
            row = index.Earlier[row]
        )
            left = Back(version, row, left, open);
        foreach (var (asked, _) in left)
            found.Add(new WrittenLine(path, asked, commit));
    }

    private List<(int Asked, int At)> Back(Open version, int row, List<(int Asked, int At)> lines, Queue<Open> open)
    {
        var old = index.OldBlobs[row];
        if (old == 0 || Content(old) is not { } before || Content(version.Blob) is not { } now)
            return lines;
        var map = LineDiff.Map(before, now);
        var kept = lines.Where(line => map[line.At] >= 0).Select(line => (line.Asked, map[line.At])).ToList();
        if (kept.Count > 0)
        {
            var path = index.ChangeFroms[row] >= 0 ? index.ChangeFroms[row] : index.ChangePaths[row];
            open.Enqueue(new Open(old, index.ChangeCommits[row], path, kept));
        }
        return kept.Count == 0 ? lines : [.. lines.Where(line => map[line.At] < 0)];
    }

    private int? Latest(int path, int known)
    {
        for (var change = index.LastChanges[path]; change >= 0; change = index.Earlier[change])
            if (index.ChangeCommits[change] < known)
                return index.NewBlobs[change] == 0 ? null : change;
        return null;
    }

    private int? Maker(Open version)
    {
        for (var change = index.LastChanges[version.Path]; change >= 0; change = index.Earlier[change])
            if (index.ChangeCommits[change] < version.Before && index.NewBlobs[change] == version.Blob)
                return change;
        return null;
    }

    private int[]? Content(ulong blob)
    {
        if (!_contents.TryGetValue(blob, out var content))
            _contents.Add(blob, content = read(blob));
        return content;
    }
}
