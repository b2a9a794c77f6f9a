namespace DutyGuy.Domain;

/// <summary>A source of a source map: its path as in the repository, and whether it is other people's code.</summary>
internal sealed record MappedSource(string Path, bool IsLibrary)
{
    private const int Longest = 300;

    /// <summary>From what the map says (`webpack://shop/./src/app.js`, `../src/app.js`); null when that names no file.</summary>
    public static MappedSource? Of(string? root, string source, bool isLibrary)
    {
        // Bundlers mark files of their own with a NUL, which no database keeps.
        var isBundlers = source.Contains('\0', StringComparison.Ordinal);
        var whole = (IsAbsolute(source) || string.IsNullOrEmpty(root) ? source : $"{root.TrimEnd('/')}/{source}")
            .Replace("\0", "", StringComparison.Ordinal)
            .Replace('\\', '/');
        var path = string.Join('/', Parts(Redaction.PathOf(whole)));
        return path.Length == 0
            ? null
            : new MappedSource(Cut(Redaction.Clean(path)), isLibrary || isBundlers || IsOthers(whole, path));
    }

    private static bool IsAbsolute(string source) =>
        source.StartsWith('/') || source.Contains("://", StringComparison.Ordinal);

    private static List<string> Parts(string path)
    {
        // Next.js writes the kind of build before it: `(rsc)/./app/page.tsx`.
        if (path.LastIndexOf("/./", StringComparison.Ordinal) is >= 0 and var own)
            path = path[(own + 3)..];
        var parts = new List<string>();
        foreach (var part in WithoutHome(path).Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or ".."))
                parts.Add(part);
        return parts;
    }

    // Who built it is nobody's business.
    private static string WithoutHome(string path) =>
        path.Split('/') switch
        {
            ["" or [_, ':'], "home" or "Users", _, .. var rest] => string.Join('/', rest),
            ["", [_, ':'], "home" or "Users", _, .. var rest] => string.Join('/', rest),
            _ => path,
        };

    // `webpack:///webpack/bootstrap`, `webpack://shop/external "react"`
    private static bool IsOthers(string source, string path)
    {
        var parts = path.Split('/');
        return parts.Any(p => p is "node_modules" or "bower_components")
            || (
                source.StartsWith("webpack:", StringComparison.Ordinal)
                && (
                    Redaction.PathOf(source).StartsWith("/webpack/", StringComparison.Ordinal)
                    || parts[0] == "(webpack)"
                    || parts[0].StartsWith("external ", StringComparison.Ordinal)
                )
            );
    }

    private static string Cut(string text) =>
        text.Length <= Longest ? text
        : char.IsLowSurrogate(text[^Longest]) ? text[^(Longest - 1)..]
        : text[^Longest..];
}
