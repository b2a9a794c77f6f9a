using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>The words of a name in code: `getJsonSoon`, `get_json_soon` are get, json, soon.</summary>
internal static partial class CodeWords
{
    public static IReadOnlyList<string> Of(string name) =>
        [.. Word().Matches(name).Select(m => m.Value.ToLowerInvariant())];

    /// <summary>The words of a list with blanks between them.</summary>
    public static HashSet<string> Set(string list) =>
        [.. list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex(@"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
