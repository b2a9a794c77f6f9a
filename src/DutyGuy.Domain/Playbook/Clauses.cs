namespace DutyGuy.Domain;

/// <summary>The clauses of one heading or step, each word at most once.</summary>
internal sealed class Clauses(Problems problems)
{
    /// <summary>All words that begin a clause anywhere.</summary>
    public static IReadOnlyList<string> Words { get; } =
    [
        .. (string[])["zone", "hours", "turn", "aim", "style"],
        .. (string[])["while", "for each", "if", "else", "once", "do", "first", "always"],
        .. (string[])["check", "run", "ask", "wait", "confirm", "then"],
    ];

    private readonly Dictionary<string, Phrase> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Phrase> places = new(StringComparer.Ordinal);

    /// <summary>Keeps a clause under its word; tells a problem for an unknown or repeated one.</summary>
    public void Add(Phrase word, Phrase value, IReadOnlyList<string> known, string? key = null)
    {
        key ??= word.Text;
        if (!Words.Contains(word.Text, StringComparer.Ordinal))
            problems.Unknown(word, "a word of the playbook", known);
        else if (!known.Contains(word.Text, StringComparer.Ordinal))
            problems.Add(word, $"“{word.Text}” cannot stand here");
        else if (!places.TryAdd(key, word))
            problems.Add(word, $"“{word.Text}” stands twice");
        else
            values[key] = value;
    }

    public Phrase? this[string word] => values.GetValueOrDefault(word);

    public Phrase? WordOf(string word) => places.GetValueOrDefault(word);

    /// <summary>True if the clause is there; a problem if it says something else than these fixed words.</summary>
    public bool Says(string word, string fixedText)
    {
        if (this[word] is { } value && !value.Is(fixedText))
            problems.Add(
                value.Text.Length > 0 ? value : WordOf(word)!,
                fixedText.Length > 0 ? $"“{word}” is always followed by “{fixedText}”" : $"Nothing follows “{word}”"
            );
        return places.ContainsKey(word);
    }

    /// <summary>The first word cannot stand beside any of the others.</summary>
    public void Exclude(string word, params string[] others)
    {
        foreach (var other in others.Where(places.ContainsKey))
        {
            if (WordOf(word) is { } at)
                problems.Add(at, $"“{word}” cannot stand beside “{other}”");
        }
    }

    /// <summary>The word makes sense only beside the other.</summary>
    public void Needs(string word, string other)
    {
        if (WordOf(word) is { } at && !places.ContainsKey(other))
            problems.Add(at, $"“{word}” needs “{other}” beside it");
    }
}
