using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>The words of a name in code: `getJsonSoon`, `get_json_soon` are get, json, soon.</summary>
internal static partial class CodeWords
{
    public static IReadOnlyList<string> Of(string name) =>
        [.. Word().Matches(name).Select(m => m.Value.ToLowerInvariant())];

    [GeneratedRegex(@"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
