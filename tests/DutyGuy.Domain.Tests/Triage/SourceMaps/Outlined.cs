using System.Text.RegularExpressions;
using Shouldly;

namespace DutyGuy.Domain.Tests.Triage.SourceMaps;

/// <summary>Sources with marks: <c>/*@Cart.open*/</c> says in which function it stands, <c>/*@*/</c> in that of the module.</summary>
internal static partial class Outlined
{
    public static SourceOutline Of(string path, string text) =>
        OutlineReader.Of(path, text).ShouldNotBeNull($"{path} is understood");

    /// <summary>Every mark of the text must lie in the function that it names.</summary>
    public static void AllMarksHold(string path, string text)
    {
        var outline = Of(path, text);
        var marks = Mark().Matches(text);
        marks.Count.ShouldBeGreaterThan(0);
        var found = marks.Select(m => outline.NameAt(PlaceOf(text, m.Index)) ?? "");
        found.ShouldBe(marks.Select(m => m.Groups["name"].Value));
    }

    /// <summary>The signs of the place of a word.</summary>
    public static SourceSigns SignsAt(string path, string text, string word) =>
        Of(path, text).SignsAt(PlaceOf(text, text.IndexOf(word, StringComparison.Ordinal)));

    public static MapOffset PlaceOf(string text, int offset)
    {
        var before = text[..offset];
        return new(before.Count(c => c == '\n'), offset - (before.LastIndexOf('\n') + 1));
    }

    [GeneratedRegex(@"/\*@(?<name>[^*]*)\*/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();
}
