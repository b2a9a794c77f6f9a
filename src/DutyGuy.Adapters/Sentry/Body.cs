using System.Buffers;
using System.IO.Compression;

namespace DutyGuy.Adapters.Sentry;

/// <summary>Undoes the compression of a request's body.</summary>
public static class Body
{
    /// <summary>The plain body. Throws <see cref="BodyTooLargeException"/> as soon as it exceeds `limit` bytes (answer 413).</summary>
    public static ReadOnlyMemory<byte> Decompress(ReadOnlyMemory<byte> body, string? contentEncoding, int limit)
    {
        // Several SDKs compress without saying so; no envelope begins with these two bytes.
        var encoding = body.Span.StartsWith((byte[])[0x1f, 0x8b]) ? "gzip" : contentEncoding?.Trim().ToLowerInvariant();
        if (encoding is null or "" or "identity")
            return body.Length <= limit ? body : throw new BodyTooLargeException(limit);
        using var packed = new MemoryStream(body.ToArray(), writable: false);
        using var plain = Open(packed, encoding);
        try
        {
            return ReadAll(plain, limit);
        }
        // Brotli has its own idea of what to throw.
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            throw new BrokenEnvelopeException($"the body is not {encoding}, as its Content-Encoding says", e);
        }
    }

    private static Stream Open(MemoryStream packed, string encoding) =>
        encoding switch
        {
            "gzip" or "x-gzip" => new GZipStream(packed, CompressionMode.Decompress),
            // HTTP's "deflate" is zlib, but some send it bare.
            "deflate" when packed.Length > 1 && IsZlib(packed) => new ZLibStream(packed, CompressionMode.Decompress),
            "deflate" => new DeflateStream(packed, CompressionMode.Decompress),
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            _ => throw new BrokenEnvelopeException(
                $"Content-Encoding '{encoding}' is not known: send gzip, deflate, br or nothing"
            ),
        };

    private static bool IsZlib(MemoryStream packed)
    {
        var (first, second) = (packed.ReadByte(), packed.ReadByte());
        packed.Position = 0;
        return (first & 0x0f) == 8 && ((first << 8) + second) % 31 == 0;
    }

    private static ReadOnlyMemory<byte> ReadAll(Stream plain, int limit)
    {
        var all = new ArrayBufferWriter<byte>(16 * 1024);
        while (plain.Read(all.GetSpan(8 * 1024)) is > 0 and var read)
        {
            all.Advance(read);
            if (all.WrittenCount > limit)
                throw new BodyTooLargeException(limit);
        }
        return all.WrittenMemory;
    }
}

/// <summary>The body is larger than allowed. Answer 413.</summary>
public sealed class BodyTooLargeException(int limit)
    : Exception($"the body is larger than {limit} bytes after decompression: send fewer items at once");
