namespace DutyGuy.Domain;

/// <summary>A piece of the playbook's text with the place where it stands; line and column from 1.</summary>
internal sealed record Phrase(string File, int Line, int Column, string Text)
{
    /// <summary>The part from <paramref name="start"/>, trimmed, with its own column.</summary>
    public Phrase Part(int start, int? length = null)
    {
        var part = Text.Substring(start, length ?? Text.Length - start);
        var spaces = part.Length - part.TrimStart().Length;
        return new(File, Line, Column + start + spaces, part.Trim());
    }

    /// <summary>The parts between commas.</summary>
    public IEnumerable<Phrase> List()
    {
        for (var start = 0; start <= Text.Length; )
        {
            var comma = Text.IndexOf(',', start);
            var end = comma < 0 ? Text.Length : comma;
            yield return Part(start, end - start);
            start = end + 1;
        }
    }

    public bool Is(string text) => string.Equals(Text, text, StringComparison.Ordinal);
}

/// <summary>Collects what is wrong while reading goes on.</summary>
internal sealed class Problems
{
    private readonly List<PlaybookProblem> found = [];

    public IReadOnlyList<PlaybookProblem> Sorted =>
        [.. found.Distinct().OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column)];

    public bool Any => found.Count > 0;

    public void Add(Phrase at, string message, string? suggestion = null) =>
        found.Add(new(at.File, at.Line, at.Column, message, suggestion));

    /// <summary>The word is not one of those that may stand here.</summary>
    public void Unknown(Phrase at, string of, IEnumerable<string> words) =>
        Add(at, $"“{at.Text}” is not {of}", Suggest.Nearest(at.Text, words));
}
