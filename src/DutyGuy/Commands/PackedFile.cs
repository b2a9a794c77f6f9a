using System.IO.Compression;

namespace DutyGuy.Commands;

/// <summary>A file that may be packed (<c>.gz</c>).</summary>
static class PackedFile
{
    public static Stream OpenRead(string path) =>
        path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress)
            : File.OpenRead(path);
}
