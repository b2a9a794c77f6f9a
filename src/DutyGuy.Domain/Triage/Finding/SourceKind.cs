using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>Tells the product's own source from tests, samples and what is generated.</summary>
public static partial class SourceKind
{
    private const int AreaDepth = 3;

    /// <summary>A test, a sample, a document or generated source, by its path.</summary>
    public static bool IsTest(string path) => Test().IsMatch(path);

    /// <summary>The folder of a path, without its last slash.</summary>
    internal static string Folder(string path) => path.LastIndexOf('/') is > 0 and var end ? path[..end] : "";

    /// <summary>The first three folders of a path.</summary>
    internal static string Area(string path) => string.Join('/', Folder(path).Split('/').Take(AreaDepth));

    internal static bool IsInFolder(string path, string folder) =>
        folder.Length == 0
            ? !path.Contains('/')
            : path.Length > folder.Length
                && path.LastIndexOf('/') == folder.Length
                && path.StartsWith(folder, StringComparison.Ordinal);

    internal static bool IsInArea(string path, string area) =>
        area.AsSpan().Count('/') == AreaDepth - 1
            ? path.Length > area.Length && path[area.Length] == '/' && path.StartsWith(area, StringComparison.Ordinal)
            : IsInFolder(path, area);

    /// <summary>The ending of a path: `rb`.</summary>
    internal static string Kind(string path) => path[(path.LastIndexOf('.') + 1)..];

    [GeneratedRegex(
        @"(^|/)(tests?|specs?|__tests__|__mocks__|e2e|cypress|playwright|fixtures?|vendor|node_modules|docs?|examples?|samples?"
            + @"|migrations?|migrate|locales?|stories|generated)/|(_test|_spec|\.test|\.spec|-test)\.\w+$|Tests?\.cs$|(^|/)test_[^/]*\.py$"
            + @"|\.(Tests?|UnitTests|IntegrationTests?)/|\.d\.ts$|\.pb\.go$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex Test();
}
