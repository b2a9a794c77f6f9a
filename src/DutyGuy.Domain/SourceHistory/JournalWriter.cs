using System.Buffers.Binary;
using System.Text;

namespace DutyGuy.Domain;

/// <summary>Writes one block: numbers with as few bytes as they need, a new name before the commit that bears it.</summary>
internal sealed class JournalWriter(SourceIndex index, JournalNames names)
{
    private readonly MemoryStream _bytes = new();

    public ReadOnlySpan<byte> Block(int from, int until)
    {
        for (var commit = from; commit < until; commit++)
            Commit(commit);
        return _bytes.GetBuffer().AsSpan(0, (int)_bytes.Length);
    }

    private void Commit(int commit)
    {
        Names(commit);
        Span<byte> id = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128LittleEndian(id, index.Ids[commit].Value);
        _bytes.Write(id);
        Number((ulong)index.Authors[commit]);
        Number((ulong)index.Landed[commit]);
        Number((ulong)index.Units[commit]);
        _bytes.WriteByte(index.Marks[commit]);
        Text(index.TitleBytes(commit));
        Parts(commit);
        Changes(commit);
    }

    // New signatures and paths, up to the highest number that the commit uses.
    private void Names(int commit)
    {
        var (signatures, paths) = (index.Authors[commit], -1);
        var (helper, lastHelper) = index.HelpersOf(commit);
        for (; helper < lastHelper; helper++)
            signatures = Math.Max(signatures, index.Helpers[helper].Who);
        var (change, lastChange) = index.ChangesOf(commit);
        for (; change < lastChange; change++)
            paths = Math.Max(paths, Math.Max(index.ChangePaths[change], index.ChangeFroms[change]));
        Number((ulong)Math.Max(0, signatures + 1 - names.Signatures));
        for (; names.Signatures <= signatures; names.Signatures++)
        {
            Text(Encoding.UTF8.GetBytes(index.People[names.Signatures].Name));
            Text(Encoding.UTF8.GetBytes(index.People[names.Signatures].Mail));
        }
        Number((ulong)Math.Max(0, paths + 1 - names.Paths));
        for (; names.Paths <= paths; names.Paths++)
            Text(Encoding.UTF8.GetBytes(index.PathName(names.Paths)));
    }

    private void Parts(int commit)
    {
        var (first, next) = index.HelpersOf(commit);
        Number((ulong)(next - first));
        for (var helper = first; helper < next; helper++)
        {
            Number((ulong)index.Helpers[helper].Who);
            _bytes.WriteByte((byte)index.Helpers[helper].Part);
        }
    }

    private void Changes(int commit)
    {
        var (first, next) = index.ChangesOf(commit);
        Number((ulong)(next - first));
        for (var change = first; change < next; change++)
        {
            // Mostly the old content is what the change of the path before left: then it is not told again.
            var follows = index.Earlier[change] is >= 0 and var e && index.NewBlobs[e] == index.OldBlobs[change];
            Number(((ulong)index.ChangePaths[change] << 1) | (follows ? 1u : 0u));
            Number((ulong)(index.ChangeFroms[change] + 1));
            if (!follows)
                Blob(index.OldBlobs[change]);
            Blob(index.NewBlobs[change]);
        }
    }

    private void Blob(ulong blob)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, blob);
        _bytes.Write(bytes);
    }

    private void Text(ReadOnlySpan<byte> text)
    {
        Number((ulong)text.Length);
        _bytes.Write(text);
    }

    private void Number(ulong number)
    {
        for (; number >= 0x80; number >>= 7)
            _bytes.WriteByte((byte)(number | 0x80));
        _bytes.WriteByte((byte)number);
    }
}
