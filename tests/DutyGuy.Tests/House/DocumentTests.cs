using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using DutyGuy.Commands;

namespace DutyGuy.Tests.House;

/// <summary>What the documents point to is there, and the command lines they show can be typed.</summary>
public partial class DocumentTests
{
    /// <summary>The first is the wrapper's; the others are no verbs that ask a server and have tests of their own.</summary>
    static readonly string[] NotParsedHere = ["test", "demo", "backup", "restore"];

    static readonly IReadOnlyList<SourceFile> Documents =
    [
        new SourceFile("README.md"),
        .. Repository.Files("docs").Where(f => f.Path.EndsWith(".md", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Every_relative_link_points_to_a_file() =>
        Documents.SelectMany(d => Links(d).Where(l => !Exists(d, l)).Select(l => $"{d}: {l}")).ShouldBeEmpty();

    [Fact]
    public void Every_document_can_be_reached_from_the_README()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<SourceFile>([new SourceFile("README.md")]);
        while (next.TryDequeue(out var document))
            foreach (
                var file in Links(document)
                    .Select(l => Target(document, l))
                    .Where(f => f.EndsWith(".md", StringComparison.Ordinal) && seen.Add(f))
            )
                next.Enqueue(new SourceFile(file));
        Documents.Select(d => d.Path).Except(seen, StringComparer.Ordinal).ShouldBe(["README.md"]);
    }

    [Fact]
    public void Every_command_line_in_the_documents_can_be_typed() =>
        Documents
            .SelectMany(CommandLines)
            .Where(line => !NotParsedHere.Contains(line.Split(' ')[1]))
            .SelectMany(line => Parse(line).Errors.Select(e => $"{line}: {e.Message}"))
            .ShouldBeEmpty();

    [Fact]
    public void Every_verb_is_in_the_document_of_the_command_line()
    {
        var shown = CommandLines(new SourceFile("docs/command-line.md"))
            .Select(line => Parse(line).CommandResult.Command)
            .ToHashSet();
        var names = shown.Select(PathOf).ToHashSet(StringComparer.Ordinal);
        Verbs(DutyCommands.Create()).Select(PathOf).Where(verb => !names.Contains(verb)).ShouldBeEmpty();
    }

    static IEnumerable<string> Links(SourceFile document) =>
        Link()
            .Matches(document.Text())
            .Select(m => m.Groups["to"].Value.Split('#')[0])
            .Where(to => to.Length > 0 && !to.Contains("://", StringComparison.Ordinal));

    static string Target(SourceFile document, string link) =>
        Path.GetRelativePath(Repository.Root, Path.GetFullPath(link, Path.GetDirectoryName(document.FullPath)!));

    static bool Exists(SourceFile document, string link) =>
        Path.Exists(Path.Combine(Repository.Root, Target(document, link)));

    /// <summary>The indented lines that begin with <c>duty</c>, without their comments.</summary>
    static IEnumerable<string> CommandLines(SourceFile document) =>
        CodeLine().Matches(document.Text()).Select(m => m.Groups["line"].Value.Split("  #")[0].Trim());

    static ParseResult Parse(string line) =>
        DutyCommands.Create().Parse([.. CommandLineParser.SplitCommandLine(line).Skip(1)]);

    static IEnumerable<Command> Verbs(Command command) =>
        command.Subcommands.SelectMany(c => c.Subcommands.Count == 0 ? [c] : Verbs(c));

    static string PathOf(Command command) =>
        string.Join(' ', command.Parents.OfType<Command>().Select(PathOf).Append(command.Name));

    /// <summary>A link, not a picture: those are drawn by the gallery.</summary>
    [GeneratedRegex(@"(?<!!)\[[^\]\n]*\]\((?<to>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^    (\./)?(?<line>duty [^\n]+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex CodeLine();
}
