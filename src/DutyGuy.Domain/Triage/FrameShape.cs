using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>A frame without what a compiler, a bundler, a container or a line edit changes.</summary>
internal static partial class FrameShape
{
    private static readonly HashSet<string> Unknown = ["?", "<anonymous>", "anonymous", "<unknown>", "unknown", "eval"];

    // Names that say nothing without their folder, and folders that say nothing.
    private static readonly HashSet<string> CommonFiles = ["index", "__init__", "main", "mod", "page", "route", "init"];
    private static readonly HashSet<string> CommonFolders =
    [
        .. (string[])["app", "src", "dist", "build", "out", "lib", "current", "release", "code", "workspace", "srv"],
    ];

    /// <summary>Module if told, else the file's name: hosts, build paths and hashes are not part of it.</summary>
    public static string Place(Frame frame)
    {
        var module = frame.Module?.Split(',')[0];
        if (module is { Length: > 0 } && !Unknown.Contains(module) && !module.Contains('/'))
            return Plain(module);
        return frame.Path is null || Unknown.Contains(frame.Path) ? "" : FileOf(frame.Path);
    }

    /// <summary>The function as written in the source; empty when it is not known.</summary>
    public static string Function(Frame frame) =>
        frame.Function is null || Unknown.Contains(frame.Function) ? "" : Plain(frame.Function);

    private static string FileOf(string path)
    {
        var parts = path.Split('?', '#')[0].Split('/', '\\');
        var file = FileHash().Replace(parts[^1], "");
        var folder = parts.Length > 1 ? parts[^2] : "";
        var speaking = folder.Length > 0 && !CommonFolders.Contains(folder) && !folder.Any(char.IsDigit);
        return CommonFiles.Contains(file.Split('.')[0]) && speaking ? folder + "/" + file : file;
    }

    private static string Plain(string name)
    {
        if (name.AsSpan().IndexOfAny("<$[0123456789") < 0)
            return Prefix().Replace(name, "");
        name = StateMachine().Replace(name, "${name}${local}");
        name = Ordinal().Replace(name, "");
        return Prefix().Replace(Alias().Replace(name, ""), "");
    }

    // C#: <Book>d__5.MoveNext (async), <Book>b__0_1 (lambda), <Book>g__Local|5_0 (local function), <>c__DisplayClass5_0.
    [GeneratedRegex(
        @"<(?<name>[^<>]*)>(d__\d+(\.MoveNext(\(\))?)?|b__[\d_]+|g__(?<local>\w+)\|[\d_]+|c(__DisplayClass[\d_]+)?)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex StateMachine();

    // lambda_method2, lambda$book$3, $$Lambda$14/0x0000a, {closure#2}, 0x7f3a, Foo$1
    [GeneratedRegex(
        @"\$\$Lambda[$/\w]*|(?<=lambda_method)\d+|0x[0-9a-fA-F]+|[$#]\d+\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Ordinal();

    [GeneratedRegex(@" \[as [^\]]*\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Alias();

    [GeneratedRegex(@"^(async |new |static )+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Prefix();

    // main.3f2a9c1b.js, chunk-9QX2LM4A.js, index-DiwrgTda.mjs; plain words of that length stay.
    [GeneratedRegex(
        @"[.\-_~]((?=[a-f]*\d)[0-9a-f]{6,64}|(?=[\w-]*\d|\w+[A-Z])[\w-]{8}|(?=[A-Z]*\d)[A-Z0-9]{8})(?=\.\w)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex FileHash();
}
