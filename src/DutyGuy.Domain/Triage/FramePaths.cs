namespace DutyGuy.Domain;

/// <summary>The files of a repository, to find those that the frames of a stack speak of.</summary>
public sealed class FramePaths(IEnumerable<string> files)
{
    // Folders of other people's code: what lies beneath is a file of ours only together with them.
    private static readonly HashSet<string> Libraries =
    [
        .. (string[])
            ["site-packages", "dist-packages", "gems", "node_modules", "bower_components", "rustc", "registry"],
    ];

    private readonly ILookup<string, string[]> _byStem = files
        .Select(file => file.Split('/'))
        .ToLookup(parts => Stem(parts[^1]), StringComparer.Ordinal);

    /// <summary>The frames that are files of the repository: those of one's own code, else those of libraries in it.</summary>
    public IReadOnlyList<OwnerFrame> Of(IReadOnlyList<Frame> frames)
    {
        var own = Mapped(frames.Where(frame => frame.InApp != false));
        return own.Count > 0 ? own : Mapped(frames.Where(frame => frame.InApp == false));
    }

    /// <summary>
    /// The file with the longest common end, counted in whole path segments (`/app/src/Web/Slots.cs` is
    /// `src/Web/Slots.cs`); null when no file has that name or two fit equally well. A frame without a path is the file
    /// that is called like its type (`Clinic.Web.Slots`).
    /// </summary>
    public string? FileOf(Frame frame)
    {
        var path = Segments(frame.Path ?? "");
        var type = path.Length <= 1 ? TypeOf(frame.Module) : [];
        var isPath = path.Length > 0;
        // Java tells the file alone, and its folder as the package.
        var wanted = isPath ? [.. type.SkipLast(1), .. path] : type;
        if (wanted.Length == 0)
            return null;
        var (best, length, tie) = ((string[]?)null, LibraryEnd(wanted), false);
        foreach (var file in _byStem[Stem(wanted[^1])])
        {
            var common = CommonEnd(wanted, file, isPath);
            if (common > length)
                (best, length, tie) = (file, common, false);
            else if (common == length && best is not null)
                tie = true;
        }
        return best is null || tie ? null : string.Join('/', best);
    }

    // Recursion makes nobody more adequate: a line counts once.
    private List<OwnerFrame> Mapped(IEnumerable<Frame> frames) =>
        [
            .. frames
                .Select(frame => (File: FileOf(frame), frame.Line, frame.Function))
                .Where(frame => frame.File is not null)
                .Select(frame => new OwnerFrame(frame.File, frame.Line ?? 0, frame.Function ?? ""))
                .DistinctBy(frame => (frame.Path, frame.Line)),
        ];

    // Cuts what bundlers and containers put round a path: `webpack:///./src/a.ts?1f2e`, `C:\build\a.cs`, `../lib/a.py`.
    private static string[] Segments(string path)
    {
        var parts = path.Split('?')[0].Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        return [.. parts.Where(part => part is not "." and not "..")];
    }

    // `Clinic.Web.Slots+<>c__DisplayClass5_0` and `Clinic.Web.Slots`1` are in the file of Slots.
    private static string[] TypeOf(string? module)
    {
        var end = module?.IndexOfAny(['+', '<', '`', '[', '$', ',', ' ', '/']) ?? -1;
        return (end < 0 ? module ?? "" : module![..end]).Split('.', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Stem(string name) => name.IndexOf('.', 1) is > 0 and var dot ? name[..dot] : name;

    // How much of the end lies beneath the last folder of libraries; a version (`gin@v1.9.1`) is one too.
    private static int LibraryEnd(string[] path)
    {
        var folder = Array.FindLastIndex(
            path,
            part => Libraries.Contains(part) || part.Contains("@v", StringComparison.Ordinal)
        );
        return folder < 0 ? 0 : path.Length - 1 - folder;
    }

    private static int CommonEnd(string[] wanted, string[] file, bool isPath)
    {
        if (isPath && wanted[^1] != file[^1])
            return 0;
        var n = 1;
        while (n < wanted.Length && n < file.Length && wanted[^(n + 1)] == file[^(n + 1)])
            n++;
        return n;
    }
}
