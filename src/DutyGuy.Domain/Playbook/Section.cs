using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>A heading with the lines under it, up to the next heading.</summary>
internal sealed partial record Section(SourceLine.Heading Heading, string Id, IReadOnlyList<SourceLine> Lines)
{
    // So that no text can keep the line forms busy for long.
    private const int LongestLine = 2000;

    /// <summary>The prose: its why.</summary>
    public string Why => Prose(Lines.TakeWhile(line => line is not SourceLine.Step));

    public static string Prose(IEnumerable<SourceLine> lines) =>
        string.Join(' ', lines.OfType<SourceLine.Prose>().Select(line => line.All.Text));

    public IEnumerable<SourceLine.Clause> ClauseLines => Lines.OfType<SourceLine.Clause>();

    /// <summary>The sections of a file; the first heading has one #, the others <paramref name="deepest"/> at most.</summary>
    public static List<Section> Cut(string file, string text, int deepest, Problems problems)
    {
        if (text.ReplaceLineEndings("\n").Split('\n').Any(line => line.Length > LongestLine))
        {
            problems.Add(new(file, 1, 1, ""), $"A line has at most {LongestLine} letters");
            return [];
        }
        var lines = SourceLine.Read(file, text);
        foreach (var line in lines)
            CheckForm(line, problems);
        if (lines.FirstOrDefault() is not SourceLine.Heading { Level: 1 })
        {
            problems.Add(
                lines.FirstOrDefault()?.All ?? new(file, 1, 1, ""),
                "The file begins with a heading “# Name {#id}”"
            );
            return [];
        }
        var sections = new List<Section>();
        for (var i = 0; i < lines.Count; )
        {
            var heading = (SourceLine.Heading)lines[i];
            List<SourceLine> under = [.. lines.Skip(i + 1).TakeWhile(line => line is not SourceLine.Heading)];
            var level = i == 0 ? 1 : deepest;
            if (heading.Level != level || (i > 0 && deepest == 1))
                problems.Add(heading.All, $"A heading with {heading.Level} # cannot stand here");
            sections.Add(new(heading, ReadId(heading.Id, heading.All, heading.Title.Text, problems), under));
            i += under.Count + 1;
        }
        return sections;
    }

    private static void CheckForm(SourceLine line, Problems problems)
    {
        var lost = line is SourceLine.Prose ? SourceLine.LostClauseForm().Match(line.All.Text) : Match.Empty;
        if (Clauses.Words.Contains(lost.Groups["word"].Value, StringComparer.Ordinal))
            problems.Add(line.All, $"“{lost.Groups["word"].Value}:” needs a hyphen and a space before it");
    }

    /// <summary>The id, or an empty one after a problem was told.</summary>
    public static string ReadId(Phrase? id, Phrase line, string title, Problems problems)
    {
        if (id is not null && IdForm().IsMatch(id.Text))
            return id.Text;
        var slug = NoWord().Replace(title.ToLowerInvariant(), "-").Trim('-');
        if (id is null)
            problems.Add(
                line.Part(line.Text.Length),
                "Here is missing: an id",
                slug.Length > 0 ? $"{{#{slug}}}" : null
            );
        else
            problems.Add(id, $"“{id.Text}” is not an id: small letters, digits and hyphens");
        return "";
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IdForm();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoWord();
}
