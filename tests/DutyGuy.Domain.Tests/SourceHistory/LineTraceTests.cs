using System.Text;
using CsCheck;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.SourceHistory;

public class LineTraceTests
{
    [Fact]
    public void A_line_belongs_to_who_changed_it_last_through_a_rename()
    {
        var history = new MadeHistory()
            .Commit("lea", 0, "Add", "a.rb")
            .Commit("tom", 1, "Change", "a.rb")
            .Rename("ann", 2, "a.rb", "b.rb");
        string[] contents = ["", "one\ntwo\nthree\n", "one\n  2\nthree\n"];

        var found = new LineTrace(history.Index(), blob => LineHashes.Of(Encoding.UTF8.GetBytes(contents[blob]))).Of(
            "b.rb",
            [1, 2, 3, 9],
            known: 3,
            () => true
        );

        found.OrderBy(line => line.Line).Select(line => (line.Line, line.Commit)).ShouldBe([(1, 0), (2, 1), (3, 0)]);
    }

    [Fact]
    public void A_diff_keeps_a_common_sequence_of_lines_in_order() =>
        Gen.Select(Gen.Int[0, 4].Array[0, 30], Gen.Int[0, 4].Array[0, 30])
            .Sample(
                (old, now) =>
                {
                    var map = LineDiff.Map(old, now);
                    var kept = map.Where(place => place >= 0).ToList();
                    kept.ShouldBe(kept.Distinct().Order());
                    map.Select((place, line) => place < 0 || old[place] == now[line]).ShouldAllBe(same => same);
                    kept.Count.ShouldBe(LongestCommon(old, now));
                }
            );

    private static int LongestCommon(int[] old, int[] now)
    {
        var lengths = new int[old.Length + 1, now.Length + 1];
        for (var i = 0; i < old.Length; i++)
        for (var j = 0; j < now.Length; j++)
            lengths[i + 1, j + 1] =
                old[i] == now[j] ? lengths[i, j] + 1 : Math.Max(lengths[i, j + 1], lengths[i + 1, j]);
        return lengths[old.Length, now.Length];
    }
}
