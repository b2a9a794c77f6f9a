using System.Buffers;
using System.IO.Compression;

namespace DutyGuy.Adapters.Sentry;

/// <summary>Undoes the compression of a request's body, and the base64 in which clients of before 2018 wrapped it.</summary>
public static class Body
{
    /// <summary>The plain body. Throws <see cref="BodyTooLargeException"/> as soon as it exceeds `limit` bytes (answer 413).</summary>
    public static ReadOnlyMemory<byte> Decompress(ReadOnlyMemory<byte> body, string? contentEncoding, int limit)
    {
        // Some wrapped what they had compressed and some compressed what they had wrapped; most named but one of the two.
        if (Unwrap(body, limit) is { } unwrapped)
            return unwrapped;
        var plain = Unpack(body, contentEncoding, limit);
        return Unwrap(plain, limit) ?? plain;
    }

    /// <summary>The JSON in a base64 text, compressed or not; null when it is none.</summary>
    private static ReadOnlyMemory<byte>? Unwrap(ReadOnlyMemory<byte> body, int limit)
    {
        if (Base64Text.Decode(body.Span) is not { } bytes)
            return null;
        try
        {
            var plain = Unpack(bytes, null, limit);
            if (plain.TrimStart("\r\n "u8).Span is [(byte)'{', ..])
                return plain;
        }
        catch (BrokenEnvelopeException)
        {
            // The letters are those of base64 by chance.
        }
        return null;
    }

    private static ReadOnlyMemory<byte> Unpack(ReadOnlyMemory<byte> body, string? contentEncoding, int limit)
    {
        var told = contentEncoding?.Trim().ToLowerInvariant();
        var encoding = Sniffed(body.Span) ?? told;
        // Brotli alone may begin like zlib.
        if (told is "br" && encoding is "deflate")
            encoding = told;
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

    /// <summary>Several SDKs compress without saying so; no envelope begins with such two bytes.</summary>
    private static string? Sniffed(ReadOnlySpan<byte> body) =>
        body switch
        {
            [0x1f, 0x8b, ..] => "gzip",
            [0x78, 0x01 or 0x5e or 0x9c or 0xda, ..] => "deflate",
            _ => null,
        };

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
