using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>
/// The file of a frame without where it was built or runs: of a known build or library folder what is below it, else the
/// name of the file alone. Not more is said than is known.
/// </summary>
internal static partial class PlainPath
{
    // Names that say nothing without their folder.
    private static readonly HashSet<string> CommonFiles =
    [
        .. (string[])["index", "__init__", "main", "mod", "page", "route", "init", "layout", "handler"],
    ];

    /// <summary>Empty when there is no file.</summary>
    public static string Of(string? path)
    {
        var told = Ending().Replace((path ?? "").Trim(), "").Replace('\\', '/');
        if (told.Length == 0 || told.StartsWith('<') || told.StartsWith('[') || Unknown().IsMatch(told))
            return "";
        var bundled = Bundler().Match(told);
        var file = bundled.Success ? told[bundled.Length..] : told;
        if (Library().Match(file) is { Success: true } library)
            return Joined(library.Groups["rest"].Value);
        if (BuildFolder().Match(file) is { Success: true } build)
            return Joined(file[build.Length..]);
        return !bundled.Success && Absolute().IsMatch(file) ? NameOf(file) : Joined(file);
    }

    private static string Joined(string path) => string.Join('/', Parts(path));

    private static string NameOf(string path)
    {
        var parts = Parts(path);
        var common = parts is [.., var folder, var file] && CommonFiles.Contains(file.Split('.')[0]) && IsWord(folder);
        return string.Join('/', parts.TakeLast(common ? 2 : 1));
    }

    private static bool IsWord(string folder) => !folder.EndsWith(':') && folder is not "~";

    private static string[] Parts(string path) =>
        [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part is not "." and not "..")];

    // app.js?1f2e, app.vue#script
    [GeneratedRegex(@"[?#].*$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Ending();

    [GeneratedRegex(
        @"^(native|unknown|anonymous|eval( code)?|inline|node:internal|wasm)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Unknown();

    // What bundlers write before a path: webpack://shop/./src/a.ts, app:///src/a.ts, webpack-internal:///(rsc)/./src/a.ts;
    // of a kept path the scheme and the host are gone.
    [GeneratedRegex(
        @"^(/(?=\./)|(webpack(-internal)?|turbopack|rollup|vite|ng|app|node)://([\w@.-]+(?=/))?/*(\([\w-]+\)/|\[project\]/|~/)?)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Bundler();

    // What is below the folder of other people's code; a package keeps its name.
    [GeneratedRegex(
        """
            ^(.*/)?(
              (site|dist)-packages/
            | node_modules/
            | gems/[\w.-]+-\d[\w.-]*/(lib/)?
            | lib/(python|ruby/)\d[\d.]*/
            | registry/src/[^/]+/
            | rustc/[0-9a-f]+/
            | go/pkg/mod/([^@]*/)?(?=[^/@]+@v)
            | usr/local/go/src/
            )(?<rest>.+)$
            """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        1000
    )]
    private static partial Regex Library();

    // Where CI services, images and hosts put a repository.
    [GeneratedRegex(
        """
            ^(
              (~|/?home/[^/]+|[A-Za-z]:)?/(work|__w|a|_work|azp/_work)/[^/]+/[^/]+/
            | (~|/?home/[^/]+)/(project|repo|build|app)/
            | /builds/[^/]+/[^/]+/
            | /var/(lib/jenkins|jenkins_home)/workspace/[^/]+/
            | /opt/(buildagent/work/[0-9a-f]+|atlassian/pipelines/agent/build|render/project)/
            | /vercel/path\d/
            | (.*/)?(go/src/)?(github\.com|gitlab\.com|bitbucket\.org)/[^/]+/[^/]+/
            | .*/go/src/
            | .*/(releases/\d{8,}|current)/
            | /usr/src/(app/)?
            | /var/(task|www(/html)?|app)/
            | /(_|src|app|code|workspace|source|repo|project|build|srv)/
            )
            """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        1000
    )]
    private static partial Regex BuildFolder();

    [GeneratedRegex(@"^(/|~|[A-Za-z]:|[a-z][\w+.-]*://)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Absolute();
}
