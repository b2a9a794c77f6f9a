using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>The words that a route, a handler or a file is named with.</summary>
internal static partial class NameWords
{
    private const int Shortest = 3;

    // What every route or file may be called says nothing about this one.
    private static readonly HashSet<string> Usual = new(
        "get post put patch delete head options http https www api rest app src lib main index show list new edit view controller handler endpoint route model service page".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> NotCode = new("test spec doc".Split(' '), StringComparer.Ordinal);

    private static readonly string[] Texts = [".md", ".txt", ".lock", ".json", ".yml", ".yaml"];

    /// <summary>Each word in its plain form, with how it was written: `doctor` for Doctors in /doctors/{id} or DoctorsController.</summary>
    public static IReadOnlyDictionary<string, string> Of(string name)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match word in Word.Matches(Placeholder.Replace(name, " ")))
            if (Plain(word.Value.ToLowerInvariant()) is { Length: >= Shortest } plain && !Usual.Contains(plain))
                words.TryAdd(plain, word.Value);
        return words;
    }

    /// <summary>False for tests, documents and settings.</summary>
    public static bool IsCode(string file, IReadOnlyDictionary<string, string> words) =>
        !words.Keys.Any(NotCode.Contains) && !Texts.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    private static string Plain(string word) =>
        word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("sses", StringComparison.Ordinal)
            ? word[..^2]
        : word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1]
        : word;

    [GeneratedRegex(@"\{[^}]*\}|<[^>]*>|:\w+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder { get; }

    // Parts of camelCase, of snake_case and of a path.
    [GeneratedRegex(@"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word { get; }
}
