using System.Buffers.Binary;
using System.Text;

namespace DutyGuy.Domain;

/// <summary>Reads one block back (see <see cref="JournalWriter"/>).</summary>
internal ref struct JournalReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _bytes = bytes;

    public void Into(SourceIndex index)
    {
        while (!_bytes.IsEmpty)
        {
            Names(index);
            Commit(index);
            for (var parts = Number(); parts > 0; parts--)
                index.AddHelper((int)Number(), (Part)Byte());
            for (var changes = Number(); changes > 0; changes--)
                Change(index);
        }
    }

    private void Names(SourceIndex index)
    {
        for (var signatures = Number(); signatures > 0; signatures--)
        {
            var name = Text();
            index.People.Of(new Signature(name, Text()));
        }
        for (var paths = Number(); paths > 0; paths--)
            index.PathNumber(Text());
    }

    private void Commit(SourceIndex index)
    {
        var id = new CommitId(BinaryPrimitives.ReadUInt128LittleEndian(Take(16)));
        var author = (int)Number();
        var landed = (long)Number();
        var unit = (int)Number();
        var marks = Byte();
        index.AddCommit(id, author, landed, unit, marks, Take((int)Number()));
    }

    private void Change(SourceIndex index)
    {
        var pathAndFollows = Number();
        var path = (int)(pathAndFollows >> 1);
        var from = (int)Number() - 1;
        var old =
            (pathAndFollows & 1) != 0
                ? index.NewBlobs[index.LastChanges[path]]
                : BinaryPrimitives.ReadUInt64LittleEndian(Take(8));
        index.AddChange(path, from, old, BinaryPrimitives.ReadUInt64LittleEndian(Take(8)));
    }

    private string Text() => Encoding.UTF8.GetString(Take((int)Number()));

    private byte Byte() => Take(1)[0];

    private ReadOnlySpan<byte> Take(int length)
    {
        var taken = _bytes[..length];
        _bytes = _bytes[length..];
        return taken;
    }

    private ulong Number()
    {
        var (number, shift) = (0UL, 0);
        while (true)
        {
            var part = Byte();
            number |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
                return number;
            shift += 7;
        }
    }
}
