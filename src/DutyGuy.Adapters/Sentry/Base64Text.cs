using System.Buffers;
using System.Buffers.Text;

namespace DutyGuy.Adapters.Sentry;

/// <summary>Base64 as old clients wrote it: of either alphabet, in lines or in one, with or without its end.</summary>
internal static class Base64Text
{
    private static readonly SearchValues<byte> Alphabet = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_= \r\n\t"u8
    );

    /// <summary>The bytes that the text means; null when it is no base64.</summary>
    public static byte[]? Decode(ReadOnlySpan<byte> text)
    {
        // JSON and compressed bytes are told at the first byte or soon after.
        if (text.IsEmpty || text.ContainsAnyExcept(Alphabet))
            return null;
        var letters = new byte[text.Length + 3];
        var length = 0;
        foreach (var letter in text)
            if (letter is not ((byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t' or (byte)'='))
                letters[length++] = letter switch
                {
                    (byte)'-' => (byte)'+',
                    (byte)'_' => (byte)'/',
                    _ => letter,
                };
        while (length % 4 != 0)
            letters[length++] = (byte)'=';
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(length)];
        return Base64.DecodeFromUtf8(letters.AsSpan(0, length), bytes, out _, out var written) == OperationStatus.Done
            ? bytes[..written]
            : null;
    }
}
