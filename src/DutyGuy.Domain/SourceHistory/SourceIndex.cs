using System.Text;

namespace DutyGuy.Domain;

/// <summary>
/// Who changed what and when, of one repository: every commit in the order in which the main line came to know it, so
/// that "known at a commit" is a prefix. It only grows; <see cref="SourceIndexJournal"/> keeps it on disk.
/// </summary>
public sealed class SourceIndex
{
    internal const byte Merge = 1;
    internal const byte Mends = 2;
    internal const byte Landing = 4;

    private readonly Dictionary<CommitId, int> _places = [];
    private readonly Dictionary<string, int> _paths = new(StringComparer.Ordinal);
    private readonly List<string> _pathNames = [];
    private readonly Column<int> _titleStarts = new();
    private readonly Column<byte> _titles = new();

    /// <summary>The people of the history.</summary>
    public Identities People { get; } = new();

    /// <summary>How many commits are known.</summary>
    public int Count => Ids.Count;

    /// <summary>How many changes of files are known.</summary>
    public int ChangeCount => ChangePaths.Count;

    /// <summary>The newest commit of the main line; null when nothing is known.</summary>
    public CommitId? Head => Count == 0 ? null : Ids[Count - 1];

    // Columns by commit. `Landed` is when the main line came to have it, in seconds since 1970.
    internal Column<CommitId> Ids { get; } = new();
    internal Column<int> Authors { get; } = new();
    internal Column<long> Landed { get; } = new();
    internal Column<int> Units { get; } = new();
    internal Column<byte> Marks { get; } = new();
    internal Column<int> FirstChanges { get; } = new();
    internal Column<int> FirstHelpers { get; } = new();

    // How many paths there were when the commit had landed: numbers are given in the order of appearance.
    internal Column<int> PathsKnown { get; } = new();

    // Columns by change of a file. `Earlier` is the change of the same path before, -1 for none.
    internal Column<int> ChangeCommits { get; } = new();
    internal Column<int> ChangePaths { get; } = new();
    internal Column<int> ChangeFroms { get; } = new();
    internal Column<ulong> OldBlobs { get; } = new();
    internal Column<ulong> NewBlobs { get; } = new();
    internal Column<int> Earlier { get; } = new();

    // Column by path: its last change, -1 for none.
    internal Column<int> LastChanges { get; } = new();

    internal Column<(int Who, Part Part)> Helpers { get; } = new();

    internal int PathCount => _pathNames.Count;

    /// <summary>Whether the commit is in the history.</summary>
    public bool Knows(CommitId id) => _places.ContainsKey(id);

    /// <summary>
    /// How many commits may be known to somebody who stands at this commit of the main line; for a commit that a merge
    /// brought in, what was known before that merge. Null for a stranger.
    /// </summary>
    public int? KnownAt(CommitId id)
    {
        if (!_places.TryGetValue(id, out var place))
            return null;
        if ((Marks[place] & Landing) != 0)
            return place + 1;
        while (place > 0 && Units[place - 1] == Units[place])
            place--;
        return place;
    }

    /// <summary>How many commits had landed before a moment (seconds since 1970).</summary>
    public int KnownBefore(long moment)
    {
        var place = Count;
        while (place > 0 && Landed[place - 1] >= moment)
            place--;
        return place;
    }

    /// <summary>The first line of a commit's message.</summary>
    public string TitleOf(int commit)
    {
        var start = _titleStarts[commit];
        var end = commit + 1 < Count ? _titleStarts[commit + 1] : _titles.Count;
        return Encoding.UTF8.GetString(_titles.Slice(start, end - start));
    }

    /// <summary>When the main line came to have a commit, in seconds since 1970.</summary>
    public long LandedAt(int commit) => Landed[commit];

    internal ReadOnlySpan<byte> TitleBytes(int commit)
    {
        var end = commit + 1 < Count ? _titleStarts[commit + 1] : _titles.Count;
        return _titles.Slice(_titleStarts[commit], end - _titleStarts[commit]);
    }

    internal int AuthorOf(int commit) => People.PersonOf(Authors[commit]);

    /// <summary>The files that the main line has now.</summary>
    public IEnumerable<string> Files()
    {
        var isThere = new bool[PathCount];
        for (var change = 0; change < ChangeCount; change++)
        {
            // A renamed file has one change, of its new path.
            if (ChangeFroms[change] >= 0)
                isThere[ChangeFroms[change]] = false;
            isThere[ChangePaths[change]] = NewBlobs[change] != 0;
        }
        return _pathNames.Where((_, path) => isThere[path]);
    }

    internal string PathName(int path) => _pathNames[path];

    internal int? FindPath(string path) => _paths.TryGetValue(path, out var number) ? number : null;

    internal int PathNumber(string path)
    {
        if (_paths.TryGetValue(path, out var number))
            return number;
        _paths.Add(path, _pathNames.Count);
        _pathNames.Add(path);
        LastChanges.Add(-1);
        return _pathNames.Count - 1;
    }

    internal (int First, int Next) ChangesOf(int commit) =>
        (FirstChanges[commit], commit + 1 < Count ? FirstChanges[commit + 1] : ChangeCount);

    internal (int First, int Next) HelpersOf(int commit) =>
        (FirstHelpers[commit], commit + 1 < Count ? FirstHelpers[commit + 1] : Helpers.Count);

    internal void AddCommit(CommitId id, int author, long landed, int unit, byte marks, ReadOnlySpan<byte> title)
    {
        _places[id] = Count;
        Ids.Add(id);
        Authors.Add(author);
        Landed.Add(landed);
        Units.Add(unit);
        Marks.Add(marks);
        FirstChanges.Add(ChangeCount);
        FirstHelpers.Add(Helpers.Count);
        PathsKnown.Add(Count > 1 ? PathsKnown[Count - 2] : 0);
        _titleStarts.Add(_titles.Count);
        _titles.AddRange(title);
    }

    /// <summary>Adds a change of the commit that was added last.</summary>
    internal void AddChange(int path, int from, ulong oldBlob, ulong newBlob)
    {
        ChangeCommits.Add(Count - 1);
        ChangePaths.Add(path);
        ChangeFroms.Add(from);
        OldBlobs.Add(oldBlob);
        NewBlobs.Add(newBlob);
        Earlier.Add(LastChanges[path]);
        LastChanges[path] = ChangeCount - 1;
        ref var known = ref PathsKnown[Count - 1];
        known = Math.Max(known, Math.Max(path, from) + 1);
    }

    internal void AddHelper(int who, Part part) => Helpers.Add((who, part));
}
