using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace DutyGuy.Domain;

/// <summary>
/// The index as bytes: blocks, each with its length and a checksum, written one after another. What a kill left half
/// written is passed over by the next reading and overwritten by the next writing.
/// </summary>
public static class SourceIndexJournal
{
    private const int HeaderSize = 8;

    /// <summary>Commits in one block: enough to make the header cheap, few enough to lose little.</summary>
    private const int BlockCommits = 4096;

    /// <summary>Writes the commits from a place on.</summary>
    /// <param name="from">How many commits the bytes written before hold.</param>
    public static void Write(SourceIndex index, int from, JournalNames written, Stream output)
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        while (from < index.Count)
        {
            var until = Math.Min(index.Count, from + BlockCommits);
            var block = new JournalWriter(index, written).Block(from, until);
            BinaryPrimitives.WriteInt32LittleEndian(header, block.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(header[4..], Checksum(block));
            output.Write(header);
            output.Write(block);
            from = until;
        }
    }

    /// <summary>Reads all sound blocks; tells how many bytes those were.</summary>
    public static (SourceIndex Index, int Sound) Read(ReadOnlySpan<byte> bytes)
    {
        var (index, place) = (new SourceIndex(), 0);
        while (bytes.Length - place >= HeaderSize)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[place..]);
            var sum = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(place + 4)..]);
            if (length < 0 || length > bytes.Length - place - HeaderSize)
                break;
            var block = bytes.Slice(place + HeaderSize, length);
            if (Checksum(block) != sum)
                break;
            new JournalReader(block).Into(index);
            place += HeaderSize + length;
        }
        return (index, place);
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var b in bytes)
            sum = BitOperations.Crc32C(sum, b);
        return sum;
    }
}

/// <summary>Names that the blocks before have told: a later block names them by number.</summary>
public sealed class JournalNames
{
    internal int Signatures { get; set; }
    internal int Paths { get; set; }

    /// <summary>Those of an index that has been written, or read, in full.</summary>
    public static JournalNames Of(SourceIndex index) =>
        new() { Signatures = index.People.Count, Paths = index.PathCount };
}
