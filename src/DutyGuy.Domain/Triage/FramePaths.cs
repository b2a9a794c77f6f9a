namespace DutyGuy.Domain;

/// <summary>Finds the file of a repository that a stack frame speaks of.</summary>
public static class FramePaths
{
    /// <summary>
    /// The file with the longest common end, counted in whole path segments (`/app/src/Web/Slots.cs` is
    /// `src/Web/Slots.cs`); null when no file has that name or two fit equally well.
    /// </summary>
    public static string? Map(string framePath, IEnumerable<string> files)
    {
        var frame = Segments(framePath);
        if (frame.Length == 0)
            return null;

        var (best, length, tie) = ((string?)null, 0, false);
        foreach (var file in files.Where(file => file.EndsWith(frame[^1], StringComparison.Ordinal)))
        {
            var common = CommonEnd(frame, file.Split('/'));
            if (common > length)
                (best, length, tie) = (file, common, false);
            else if (common == length && common > 0)
                tie = true;
        }
        return tie ? null : best;
    }

    // Cuts what bundlers and containers put round a path: `webpack:///./src/a.ts?1f2e`, `C:\build\a.cs`, `../lib/a.py`.
    private static string[] Segments(string path)
    {
        var parts = path.Split('?')[0].Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        return [.. parts.Where(part => part is not "." and not "..")];
    }

    private static int CommonEnd(string[] frame, string[] file)
    {
        var n = 0;
        while (
            n < frame.Length
            && n < file.Length
            && string.Equals(frame[^(n + 1)], file[^(n + 1)], StringComparison.Ordinal)
        )
            n++;
        return n;
    }
}
