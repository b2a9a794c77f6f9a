using System.Buffers.Text;
using System.Globalization;
using System.Text;
using DutyGuy.Domain;

namespace DutyGuy.Adapters.Git;

/// <summary>Reads one record of <see cref="GitLog"/>; names and paths that come again are kept once.</summary>
internal sealed class GitLogRecord
{
    private const int Hash = 40;
    private const int BlobDigits = 16;
    private readonly Dictionary<string, string> _kept = new(StringComparer.Ordinal);

    public LoggedCommit? Read(ReadOnlySpan<byte> record)
    {
        var rest = record;
        var hash = Field(ref rest);
        var parents = Field(ref rest);
        var author = new Signature(Kept(Field(ref rest)), Kept(Field(ref rest)));
        var committer = new Signature(Kept(Field(ref rest)), Kept(Field(ref rest)));
        var at = Field(ref rest);
        var title = Field(ref rest);
        var body = Field(ref rest);
        if (Id(hash) is not { } id)
            return null;
        var line = Encoding.UTF8.GetString(title);
        return new LoggedCommit(
            id,
            Parents(parents),
            author,
            Utf8Parser.TryParse(at, out long seconds, out _) ? Math.Max(0, seconds) : 0,
            line,
            CommitMessage.MendsIssue(line, body),
            CommitMessage.Helpers(body, author, committer),
            RenamedFiles.Join(Changes(rest))
        );
    }

    private static CommitId? Id(ReadOnlySpan<byte> hash)
    {
        Span<char> digits = stackalloc char[Hash];
        return hash.Length < Hash ? null : CommitId.Parse(digits[..Encoding.ASCII.GetChars(hash[..Hash], digits)]);
    }

    private static List<CommitId> Parents(ReadOnlySpan<byte> hashes)
    {
        var parents = new List<CommitId>(1);
        for (; hashes.Length >= Hash; hashes = hashes.Length > Hash ? hashes[(Hash + 1)..] : [])
            if (Id(hashes) is { } parent)
                parents.Add(parent);
        return parents;
    }

    // ":100644 100644 OLD NEW M\0path\0"; a merge has one more colon, mode and hash for each more parent.
    private List<LoggedChange> Changes(ReadOnlySpan<byte> rest)
    {
        var changes = new List<LoggedChange>();
        while (rest.IndexOf((byte)':') is >= 0 and var start)
        {
            rest = rest[start..];
            var head = Field(ref rest);
            var path = Kept(Field(ref rest));
            var parents = head.IndexOfAnyExcept((byte)':');
            var blobs = head[(parents + ((parents + 1) * 7))..];
            if (parents < 1 || blobs.Length < (Hash + 1) * (parents + 1))
                return changes;
            var now = Blob(blobs[((Hash + 1) * parents)..]);
            for (var parent = 0; parent < parents; parent++)
                changes.Add(new LoggedChange(path, Blob(blobs[((Hash + 1) * parent)..]), now));
        }
        return changes;
    }

    private static ulong Blob(ReadOnlySpan<byte> hash) =>
        ulong.TryParse(hash[..BlobDigits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var blob)
            ? blob
            : 0;

    private static ReadOnlySpan<byte> Field(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)0);
        var field = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return field;
    }

    private string Kept(ReadOnlySpan<byte> utf8)
    {
        Span<char> text = utf8.Length <= 1024 ? stackalloc char[utf8.Length] : new char[utf8.Length];
        text = text[..Encoding.UTF8.GetChars(utf8, text)];
        var kept = _kept.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!kept.TryGetValue(text, out var same))
            kept[text] = same = text.ToString();
        return same;
    }
}
