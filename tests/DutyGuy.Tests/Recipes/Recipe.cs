using System.Text.RegularExpressions;
using DutyGuy.Tests.House;

namespace DutyGuy.Tests.Recipes;

/// <summary>A block of <c>docs/connect-ci.md</c> that tells a result: what is pasted into the file of a CI.</summary>
/// <param name="Ci">Its heading.</param>
/// <param name="Text">The block as printed.</param>
sealed partial record Recipe(string Ci, string Text)
{
    static readonly SourceFile Document = new("docs/connect-ci.md");

    /// <summary>All of them: whatever block sends to the route of CI.</summary>
    public static readonly IReadOnlyList<Recipe> All =
    [
        .. Block()
            .Matches(Document.Text())
            .Select(m => new Recipe(HeadingBefore(m.Index), m.Groups["text"].Value))
            .Where(r => r.Text.Contains("curl ", StringComparison.Ordinal) && r.Text.Contains("/signals/ci")),
    ];

    public static Recipe Of(string ci) => All.Single(r => r.Ci == ci);

    /// <summary>The lines that the CI hands to <c>sh</c>.</summary>
    public string Script =>
        Ci switch
        {
            "GitHub Actions" or "GitLab" => MiniYaml.Scalar(Text, Ci == "GitLab" ? "- |" : "run: |"),
            "Jenkins" => GroovyText.Of(Text, "sh '''"),
            _ => Text,
        };

    /// <summary>The lines from the word to the request, without the place where they stand.</summary>
    public string Shared => Unindented(Script[Script.IndexOf("case $RESULT in", StringComparison.Ordinal)..], Script);

    static string HeadingBefore(int index) => Heading().Matches(Document.Text()[..index])[^1].Groups["text"].Value;

    /// <summary>Each line without as many blanks as the line of the <c>case</c> has.</summary>
    static string Unindented(string lines, string script)
    {
        var indent = script.Split('\n').First(l => l.Contains("case $RESULT in")).TakeWhile(c => c == ' ').Count();
        var rest = lines.TrimEnd().Split('\n').Skip(1).Select(l => l[Math.Min(indent, l.Length)..]);
        return string.Join('\n', rest.Prepend(lines.Split('\n')[0]));
    }

    [GeneratedRegex("^```[a-z]+\n(?<text>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline, 1000)]
    private static partial Regex Block();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();
}
