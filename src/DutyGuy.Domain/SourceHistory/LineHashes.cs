namespace DutyGuy.Domain;

/// <summary>A text as one number for each line; white space does not count, so that indenting makes nobody an author.</summary>
public static class LineHashes
{
    private const uint Seed = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The numbers of the lines (FNV-1a over the bytes that are not white space).</summary>
    public static int[] Of(ReadOnlySpan<byte> text)
    {
        var lines = new List<int>();
        var hash = Seed;
        foreach (var b in text)
        {
            if (b == '\n')
            {
                lines.Add((int)hash);
                hash = Seed;
            }
            else if (b is not ((byte)' ' or (byte)'\t' or (byte)'\r'))
                hash = (hash ^ b) * Prime;
        }
        if (!text.IsEmpty && text[^1] != '\n')
            lines.Add((int)hash);
        return [.. lines];
    }
}
