namespace DutyGuy.Domain;

/// <summary>The minified files of a release whose source maps are known.</summary>
public sealed class MinifiedFiles(IEnumerable<string> files)
{
    private const int Longest = 300;

    private readonly ILookup<string, string> byName = files.ToLookup(LastOf, StringComparer.Ordinal);

    /// <summary>A file's name as it is kept: without query, first slash and `~/`; null when nothing is left.</summary>
    public static string? NameOf(string told)
    {
        var path = told.Trim().Split('?', '#')[0].Replace('\\', '/');
        path = (path.StartsWith("~/", StringComparison.Ordinal) ? path[2..] : path).Trim('/');
        return path.Length is > 0 and <= Longest ? path : null;
    }

    /// <summary>
    /// The file that a frame's path is: the path ends with it, and the longest such; else the only one that ends with the
    /// path. What lies in a library's own folder was not built here.
    /// </summary>
    public string? Of(string path)
    {
        if (NameOf(path) is not { } own || own.Split('/').Contains("node_modules"))
            return null;
        var alike = byName[LastOf(own)].ToList();
        return alike.Where(f => IsEnd(own, f)).MaxBy(f => f.Length)
            ?? (alike.Where(f => IsEnd(f, own)).ToList() is [var only] ? only : null);
    }

    private static bool IsEnd(string path, string end) =>
        path.EndsWith(end, StringComparison.Ordinal) && (path.Length == end.Length || path[^(end.Length + 1)] == '/');

    private static string LastOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
