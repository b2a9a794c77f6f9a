using CsCheck;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.People;

public class CsvTextTests
{
    [Fact]
    public void Quoted_cells_may_hold_commas_quotes_and_lines()
    {
        var rows = CsvText.Rows("\uFEFFa,b\r\n\"x, \"\"y\"\"\",\"two\nlines\"\r\n\r\nlast,");
        rows.Select(r => r.Line).ShouldBe([1, 2, 5]);
        rows[1].Cells.ShouldBe(["x, \"y\"", "two\nlines"]);
        rows[2].Cells.ShouldBe(["last", ""]);
    }

    [Fact]
    public void Whatever_is_written_with_quotes_reads_back() =>
        Gen.Select(Gen.Char["abc ,;\"\n"].Array[1, 8], Gen.Char["abc ,;\"\n"].Array[0, 8])
            .Sample(cells =>
            {
                var (first, second) = ("x" + new string(cells.Item1) + "x", "y" + new string(cells.Item2) + "y");
                var rows = CsvText.Rows($"h,i\n{Quoted(first)},{Quoted(second)}\n");
                return rows.Count == 2 && rows[1].Cells.SequenceEqual([first, second], StringComparer.Ordinal);
            });

    static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
