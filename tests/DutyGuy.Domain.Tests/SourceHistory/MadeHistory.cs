namespace DutyGuy.Domain.Tests.SourceHistory;

/// <summary>A small history made by hand: each commit follows the one before.</summary>
internal sealed class MadeHistory
{
    public const long Start = 1_700_000_000;
    public const long Day = 86_400;
    private readonly List<LoggedCommit> _commits = [];
    private ulong _blob = 1;
    private readonly Dictionary<string, ulong> _blobs = new(StringComparer.Ordinal);

    public IReadOnlyList<LoggedCommit> Commits => _commits;

    public static CommitId Id(int number) => new((UInt128)(uint)number + 1);

    public static Signature Who(string name) => new($"{name} Example", $"{name}@clinic.example");

    public MadeHistory Commit(string author, double day, string title, params string[] paths) =>
        Add(author, day, title, [.. paths.Select(Changed)]);

    public MadeHistory Rename(string author, double day, string from, string to)
    {
        var blob = _blobs[from];
        (_blobs[to], _blobs[from]) = (blob, 0);
        return Add(author, day, "Move it", [new LoggedChange(to, blob, blob, from)]);
    }

    public SourceIndex Index(int? until = null)
    {
        var index = new SourceIndex();
        var commits = _commits.Take(until ?? _commits.Count).ToList();
        index.Append(commits, commits[^1].Id);
        return index;
    }

    private LoggedChange Changed(string path)
    {
        var old = _blobs.GetValueOrDefault(path);
        return new LoggedChange(path, old, _blobs[path] = _blob++);
    }

    private MadeHistory Add(string author, double day, string title, IReadOnlyList<LoggedChange> changes)
    {
        var number = _commits.Count;
        IReadOnlyList<CommitId> parents = number == 0 ? [] : [Id(number - 1)];
        var at = Start + (long)(day * Day);
        _commits.Add(new(Id(number), parents, Who(author), at, title, MendsIssue: false, [], changes));
        return this;
    }
}
