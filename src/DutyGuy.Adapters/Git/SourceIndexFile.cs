using System.Text;
using DutyGuy.Domain;

namespace DutyGuy.Adapters.Git;

/// <summary>An index of a repository's history in one file, which a new commit makes longer and nothing else.</summary>
public sealed class SourceIndexFile
{
    private static readonly byte[] Magic = "duty-owners 1\n"u8.ToArray();

    private readonly string _file;
    private int _sound;

    private SourceIndexFile(string file, string repository, SourceIndex index, int sound) =>
        (_file, Repository, Index, _sound) = (file, repository, index, sound);

    /// <summary>The git directory that it was read from.</summary>
    public string Repository { get; }

    /// <summary>What it holds.</summary>
    public SourceIndex Index { get; private set; }

    /// <summary>Opens a file; what a kill left half written is passed over.</summary>
    /// <exception cref="InvalidDataException">It is no index.</exception>
    public static SourceIndexFile Open(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var line = bytes.AsSpan().StartsWith(Magic) ? bytes.AsSpan(Magic.Length).IndexOf((byte)'\n') : -1;
        if (line < 0)
            throw new InvalidDataException($"{file} is no index of a repository: make it with duty owners index.");
        var head = Magic.Length + line + 1;
        var (index, sound) = SourceIndexJournal.Read(bytes.AsSpan(head));
        return new(file, Encoding.UTF8.GetString(bytes, Magic.Length, line), index, head + sound);
    }

    /// <summary>Brings the index of a repository up to date, or makes it; a rewritten history makes it anew.</summary>
    /// <param name="progress">Told how many commits were read since the beginning, or since those known before.</param>
    public static async Task<SourceIndexFile> UpdateAsync(
        string repository,
        string file,
        CancellationToken cancel = default,
        Action<int>? progress = null
    )
    {
        repository = GitFolder(repository);
        var index =
            File.Exists(file) && Open(file) is var known && known.Repository == repository
                ? known
                : Empty(file, repository);
        var head = await GitLog.HeadAsync(repository, cancel);
        if (index.Index.Head == head)
            return index;
        if (!index.Index.Knows(head) && await index.Append(head, cancel, progress))
            return index;
        index = Empty(file, repository);
        await index.Append(head, cancel, progress);
        return index;
    }

    private static SourceIndexFile Empty(string file, string repository) => new(file, repository, new SourceIndex(), 0);

    private async Task<bool> Append(CommitId head, CancellationToken cancel, Action<int>? progress)
    {
        var (from, names) = (Index.Count, JournalNames.Of(Index));
        IReadOnlyList<LoggedCommit> commits;
        try
        {
            commits = await GitLog.ReadAsync(Repository, head, Index.Head, cancel, progress);
        }
        catch (GitException) when (from > 0)
        {
            return false; // The commit that we knew last is gone.
        }
        if (!Index.Append(commits, head))
            return false;
        using var output = new FileStream(_file, FileMode.OpenOrCreate, FileAccess.Write);
        output.SetLength(_sound);
        output.Seek(0, SeekOrigin.End);
        if (_sound == 0)
            output.Write([.. Magic, .. Encoding.UTF8.GetBytes(Repository), (byte)'\n']);
        SourceIndexJournal.Write(Index, from, names, output);
        _sound = (int)output.Length;
        return true;
    }

    // A bare directory, or the one inside a work tree.
    private static string GitFolder(string repository)
    {
        var inside = Path.Combine(repository, ".git");
        return Path.GetFullPath(Directory.Exists(inside) ? inside : repository);
    }
}
