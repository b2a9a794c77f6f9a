using System.Text.RegularExpressions;

namespace DutyGuy.Domain;

/// <summary>One line of a file of the playbook, by what it is.</summary>
internal abstract partial record SourceLine(Phrase All)
{
    /// <summary><c># Title {#id}</c>; no id: null.</summary>
    public sealed record Heading(Phrase All, int Level, Phrase Title, Phrase? Id) : SourceLine(All);

    /// <summary><c>- word: value</c>; nested: indented under another.</summary>
    public sealed record Clause(Phrase All, bool Nested, Phrase Word, Phrase Value) : SourceLine(All);

    /// <summary><c>- [ ] text {#id} `clause`</c></summary>
    public sealed record Step(Phrase All, Phrase Body) : SourceLine(All);

    /// <summary>Anything else that is not empty.</summary>
    public sealed record Prose(Phrase All) : SourceLine(All);

    /// <summary>All lines of a file that are not empty.</summary>
    public static List<SourceLine> Read(string file, string text) =>
        [
            .. text.ReplaceLineEndings("\n")
                .Split('\n')
                .Select((line, i) => new Phrase(file, i + 1, 1, line.TrimEnd()))
                .Where(line => line.Text.Length > 0)
                .Select(Of),
        ];

    private static SourceLine Of(Phrase line)
    {
        if (HeadingForm().Match(line.Text) is { Success: true } heading)
            return new Heading(
                line,
                heading.Groups["level"].Length,
                At(line, heading, "title")!,
                At(line, heading, "id")
            );
        if (StepForm().Match(line.Text) is { Success: true } step)
            return new Step(line, At(line, step, "body")!);
        if (ClauseForm().Match(line.Text) is { Success: true } clause)
            return new Clause(
                line,
                clause.Groups["indent"].Length > 0,
                At(line, clause, "word")!,
                At(line, clause, "value")!
            );
        return new Prose(line.Part(0));
    }

    private static Phrase? At(Phrase line, Match match, string group) =>
        match.Groups[group] is { Success: true } found ? line.Part(found.Index, found.Length) : null;

    [GeneratedRegex(@"^(?<level>#+)\s*(?<title>.*?)(\s*\{#(?<id>[^}]*)\})?$", Options, MilliSeconds)]
    private static partial Regex HeadingForm();

    [GeneratedRegex(@"^- \[ \] (?<body>.+)$", Options, MilliSeconds)]
    private static partial Regex StepForm();

    [GeneratedRegex(@"^(?<indent>\s*)- (?<word>[^:]*):?(?<value>.*)$", Options, MilliSeconds)]
    private static partial Regex ClauseForm();

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>A clause that lost its hyphen or the space after it.</summary>
    [GeneratedRegex(@"^[-*+]?\s*(?<word>[a-z]+( each)?):", Options, MilliSeconds)]
    public static partial Regex LostClauseForm();

    private const int MilliSeconds = 1000;
}
