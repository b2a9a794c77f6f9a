using System.Text.RegularExpressions;

namespace DutyGuy.Tests.House;

/// <summary>Small things can be read; these numbers keep them small.</summary>
public partial class SizeTests
{
    static readonly IReadOnlyList<SourceFile> Code = Repository.Code();
    static readonly int[] Sizes = [.. Code.Select(f => f.Lines().Length).Order()];

    [Fact]
    public void Half_of_the_files_have_at_most_60_lines() => Sizes[Sizes.Length / 2].ShouldBeLessThanOrEqualTo(60);

    [Fact]
    public void Nine_in_ten_files_have_at_most_150_lines() =>
        Sizes[Sizes.Length * 9 / 10].ShouldBeLessThanOrEqualTo(150);

    [Fact]
    public void No_file_has_more_than_300_lines() =>
        Code.Where(f => f.Lines().Length > 300).Select(f => $"{f}: {f.Lines().Length} lines").ShouldBeEmpty();

    [Fact]
    public void No_method_has_more_than_60_lines() =>
        Code.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal)).SelectMany(LongBlocks).ShouldBeEmpty();

    [Fact]
    public void A_long_method_is_seen_and_a_long_type_is_not()
    {
        string[] body = [.. Enumerable.Repeat("        Do();", 60)];
        string[] type =
        [
            "class T<X>",
            "    where X : class",
            "{",
            "    void M<Y>()",
            "        where Y : class",
            "    {",
        ];
        LongBlocks("T.cs", [.. type, .. body, "    }", "}"]).ShouldBe(["T.cs(6): 62 lines"]);
        LongBlocks("T.cs", [.. type, .. body[2..], "    }", "}"]).ShouldBeEmpty();
    }

    static IEnumerable<string> LongBlocks(SourceFile file) => LongBlocks(file.Path, file.Lines());

    /// <summary>Formatted code has a method's braces alone on lines of the same depth; every block but a type's counts.</summary>
    static IEnumerable<string> LongBlocks(string path, string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].TrimStart() != "{" || IsType(lines, i))
                continue;
            var depth = lines[i].Length - 1;
            var end = Array.FindIndex(lines, i, l => l.Length > depth && l[depth] == '}' && l.IndexOf('}') == depth);
            if (end - i + 1 > 60)
                yield return $"{path}({i + 1}): {end - i + 1} lines";
        }
    }

    static bool IsType(string[] lines, int brace)
    {
        for (var i = brace - 1; i >= 0 && !EndOfOther().IsMatch(lines[i]); i--)
        {
            if (TypeWord().IsMatch(lines[i]))
                return true;
        }
        return false;
    }

    [GeneratedRegex(@"^\s*$|[;{}]$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EndOfOther();

    [GeneratedRegex(
        @"^(?!\s*(//|where )).*\b(class|record|struct|interface|enum|namespace|extension)\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex TypeWord();
}
