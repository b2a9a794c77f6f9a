using System.Collections.Frozen;

namespace DutyGuy.Domain;

/// <summary>
/// Words of which the messages of programs are made (`undefined`, `read`, `name`), and the names that nobody has (`guest`):
/// taken from the messages of the common runtimes and databases, first names left out.
/// </summary>
internal static class OrdinaryWords
{
    private const int ShortestStem = 3;
    private static readonly Lazy<FrozenSet<string>> All = new(Load);

    /// <summary>Whether it is one of them, or one of their forms: `clicked`, `slots`.</summary>
    public static bool Has(string word) =>
        All.Value.Contains(word) || Has(word, "s") || Has(word, "es") || Has(word, "ed") || Has(word, "ing");

    private static bool Has(string word, string ending)
    {
        if (word.Length - ending.Length < ShortestStem || !word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            return false;
        var stem = word[..^ending.Length];
        return All.Value.Contains(stem) || (ending.Length > 1 && All.Value.Contains(stem + "e"));
    }

    private static FrozenSet<string> Load()
    {
        using var text = new StreamReader(
            typeof(OrdinaryWords).Assembly.GetManifestResourceStream("ordinary-words.txt")
                ?? throw new InvalidOperationException("ordinary-words.txt is not in the program")
        );
        return text.ReadToEnd()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
