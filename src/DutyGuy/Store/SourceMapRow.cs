using System.IO.Compression;
using DutyGuy.Domain;
using NodaTime;

namespace DutyGuy.Store;

/// <summary>The source map of one minified file of a release, packed; the text of its sources is not kept.</summary>
public sealed record SourceMapRow
{
    public required int Project { get; init; }
    public required string Release { get; init; }
    public required string File { get; init; }
    public required Instant At { get; init; }

    /// <summary>SHA-256 of the packed map: who remembers a map sees that it was replaced.</summary>
    public required string Hash { get; init; }
    public required int Sources { get; init; }
    public required int Mappings { get; init; }
    public required byte[] Packed { get; init; }

    /// <summary>The JSON as it is kept.</summary>
    public static byte[] Pack(byte[] json)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(json);
        return packed.ToArray();
    }

    /// <summary>Reads a kept map.</summary>
    public static SourceMap Unpack(byte[] packed)
    {
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var json = new MemoryStream(packed.Length * 4);
        gzip.CopyTo(json);
        return SourceMap.Read(json.GetBuffer().AsMemory(0, (int)json.Length));
    }
}
