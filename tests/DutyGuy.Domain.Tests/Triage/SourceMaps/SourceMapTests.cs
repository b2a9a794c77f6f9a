using CsCheck;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Triage.SourceMaps;

public class SourceMapTests
{
    private static readonly string[] Sources = ["src/a.js", "src/b.js", "src/c.js"];
    private static readonly string[] Names = ["book", "cancel", "book", "remind"];

    // The example of the standard's first version: a line of two words.
    [Fact]
    public void A_place_is_that_of_the_last_mapping_before_it_in_its_line()
    {
        var map = MadeMap.Read(MadeMap.Json("AAAA,KACCA;;QCEAC,I", Sources, ["book", "cancel"]));

        Found(map, 1, 1).ShouldBe(("src/a.js", 1, null));
        Found(map, 1, 5).ShouldBe(("src/a.js", 1, null));
        Found(map, 1, 6).ShouldBe(("src/a.js", 2, "book"));
        Found(map, 1, 9000).ShouldBe(("src/a.js", 2, null));
        map.Find(2, 1).ShouldBeNull("there is nothing in line 2");
        map.Find(3, 8).ShouldBeNull("line 3 begins later");
        Found(map, 3, 9).ShouldBe(("src/b.js", 4, "cancel"));
        map.Find(3, 13).ShouldBeNull("this comes from nowhere");
        map.Find(99, 1).ShouldBeNull();
    }

    [Fact]
    public void Every_place_of_any_map_is_found_as_by_looking_at_all_mappings() =>
        Places.Sample(places =>
        {
            var map = MadeMap.Read(MadeMap.Json(places, Sources, Names));
            for (var line = 0; line < 6; line++)
            for (var column = 0; column < 130; column++)
            {
                var expected = places.LastOrDefault(p => p.Line == line && p.Column <= column);
                var found = map.Find(line + 1, column + 1);
                if (expected is null || expected.Source < 0)
                    found.ShouldBeNull();
                else
                    (found!.Path, found.Line, found.Name).ShouldBe(
                        (
                            Sources[expected.Source],
                            expected.SourceLine + 1,
                            expected.Column == column && expected.Name >= 0 ? Names[expected.Name] : null
                        )
                    );
            }
        });

    [Fact]
    public void The_order_within_a_line_is_of_no_account() =>
        Places.Sample(places =>
        {
            var shuffled = places.OrderBy(p => p.Line).ThenBy(p => p.Column * 7919 % 131).ToList();
            var (map, other) = (
                MadeMap.Read(MadeMap.Json(places, Sources, Names)),
                MadeMap.Read(MadeMap.Json(shuffled, Sources, Names))
            );
            foreach (var p in places)
                Found(other, p.Line + 1, p.Column + 1).ShouldBe(Found(map, p.Line + 1, p.Column + 1));
        });

    [Fact]
    public void A_map_of_sections_is_as_its_sections_each_at_its_place()
    {
        const string json = """
            {"version":3,"sections":[
              {"offset":{"line":0,"column":0},"map":{"version":3,"sources":["a.js"],"names":["book"],"mappings":"AAAAA;AACA;AACA"}},
              {"offset":{"line":1,"column":4},"map":{"version":3,"sources":["b.js"],"names":["cancel","book"],"mappings":"AAAAC,EACAD;AACA"}}]}
            """;
        var map = MadeMap.Read(json);

        Found(map, 1, 1).ShouldBe(("a.js", 1, "book"));
        Found(map, 2, 4).ShouldBe(("a.js", 2, null));
        Found(map, 2, 5).ShouldBe(("b.js", 1, "book"));
        Found(map, 2, 7).ShouldBe(("b.js", 2, "cancel"));
        Found(map, 3, 1).ShouldBe(("b.js", 3, null), "what the first section says of the second's part is not heard");
    }

    [Theory]
    [InlineData("<html>", "It is not JSON. '<' is an invalid start of a value. LineNumber: 0 | BytePositionInLine: 0.")]
    [InlineData("[]", "It is no JSON object, and a source map is one.")]
    [InlineData("{}", "version: it is missing, so this is no source map.")]
    [InlineData("""{"version":2}""", "version: it is 2, and only 3 is known.")]
    [InlineData("""{"version":"3"}""", "version: it is \"3\", and only 3 is known.")]
    [InlineData("""{"version":3}""", "sources: it is missing.")]
    [InlineData("""{"version":3,"sources":"a.js"}""", "sources: it is no list.")]
    [InlineData("""{"version":3,"sources":["a",7]}""", "sources[1]: it is no text.")]
    [InlineData("""{"version":3,"sources":["\ud83d"]}""", "A text in it is no Unicode, or a field is of a wrong kind.")]
    [InlineData("""{"version":3,"sources":[],"names":[[]]}""", "names[0]: it is no text.")]
    [InlineData("""{"version":3,"sources":[],"ignoreList":["a"]}""", "ignoreList[0]: it is no number of a source.")]
    [InlineData("""{"version":3,"sources":[]}""", "mappings: it is missing, or is no text.")]
    [InlineData("""{"version":3,"sources":[],"mappings":["AAAA"]}""", "mappings: it is missing, or is no text.")]
    [InlineData("""{"version":3,"sections":{}}""", "sections: it is no list.")]
    [InlineData("""{"version":3,"sections":[{}]}""", "sections[0].offset: it is missing.")]
    [InlineData(
        """{"version":3,"sections":[{"offset":{"line":0,"column":-1}}]}""",
        "sections[0].offset.column: it is no number from 0 on."
    )]
    [InlineData(
        """{"version":3,"sections":[{"offset":{"line":0,"column":0},"url":"a.map"}]}""",
        "sections[0].map: it is missing; an address instead (url) is not followed."
    )]
    [InlineData(
        """{"version":3,"sections":[{"offset":{"line":0,"column":0},"map":{"version":3,"sections":[]}}]}""",
        "sections[0].map: it has sections itself, which the standard does not allow."
    )]
    [InlineData(
        """{"version":3,"sections":[{"offset":{"line":1,"column":0},"map":{}},{"offset":{"line":0,"column":9},"map":{}}]}""",
        "sections[1].offset: it lies before that of the section before."
    )]
    [InlineData(
        """{"version":3,"sections":[{"offset":{"line":0,"column":0},"map":{"version":3,"sources":[],"mappings":"AAAA"}}]}""",
        "sections[0].map.mappings, line 1, segment 1: it leads to source number 0, and there are 0, counted from 0."
    )]
    public void A_wrong_map_is_refused_with_the_field(string json, string why) =>
        Should.Throw<FormatException>(() => MadeMap.Read(json)).Message.ShouldBe(why);

    [Theory]
    [InlineData("AAAA,AA", "line 1, segment 2: it has 2 numbers, where 1, 4 or 5 are right.")]
    [InlineData("AAAA;;AAA", "line 3, segment 1: it has 3 numbers, where 1, 4 or 5 are right.")]
    [InlineData("AAAAAA", "line 1, segment 1: it has more than 5 numbers.")]
    [InlineData("A,g", "line 1, segment 2: it ends within a number.")]
    [InlineData("g,A", "line 1, segment 1: it ends within a number.")]
    [InlineData("AA!A", "line 1, segment 1: it has a character that is no digit of base 64 (number 33).")]
    [InlineData("Aä", "line 1, segment 1: it has a character that is no digit of base 64 (number 195).")]
    [InlineData("gggggggggA", "line 1, segment 1: it has a number of more than 32 bits.")]
    [InlineData("ggggggE", "line 1, segment 1: it has a number of more than 32 bits.")]
    [InlineData("C,F", "line 1, segment 2: it leads to column -1.")]
    [InlineData("ADAA", "line 1, segment 1: it leads to source number -1, and there are 3, counted from 0.")]
    [InlineData("AGAA", "line 1, segment 1: it leads to source number 3, and there are 3, counted from 0.")]
    [InlineData("AADA", "line 1, segment 1: it leads to line of the source -1.")]
    [InlineData("AAAD", "line 1, segment 1: it leads to column of the source -1.")]
    [InlineData("AAAAI", "line 1, segment 1: it leads to name number 4, and there are 4, counted from 0.")]
    public void A_wrong_mapping_is_refused_with_its_line_and_segment(string mappings, string why) =>
        Should
            .Throw<FormatException>(() => MadeMap.Read(MadeMap.Json(mappings, Sources, Names)))
            .Message.ShouldBe("mappings, " + why);

    [Fact]
    public void Whatever_is_sent_is_read_or_refused() =>
        Gen.Select(Gen.String[Gen.Char["AACg,;/+=\"\\ 9"], 0, 60], Gen.Int[0, 3])
            .Sample(
                (mappings, sources) =>
                {
                    var json = MadeMap.Json(mappings, Sources[..sources], Names);
                    try
                    {
                        MadeMap.Read(json).Find(1, 1);
                        MadeMap.Read(json[..^2]);
                    }
                    catch (FormatException wrong)
                    {
                        wrong.Message.ShouldEndWith(".");
                    }
                }
            );

    [Fact]
    public void A_map_of_too_many_mappings_is_refused_at_the_first_too_many()
    {
        var json = MadeMap.Json(string.Concat(Enumerable.Repeat("A,", 4_000_001)), [], []);
        Should
            .Throw<FormatException>(() => MadeMap.Read(json))
            .Message.ShouldBe(
                "mappings, line 1, segment 4000001: it has the 4,000,001th mapping; at most 4,000,000 are read."
            );
    }

    [Fact]
    public void The_text_of_the_sources_is_left_out_and_nothing_that_is_needed()
    {
        const string json = """
            )]}'
            {"version":3,"file":"a.min.js","sourceRoot":"/r","x_secret":{"a":1},"sources":["a.js"],"sourcesContent":["SECRET"],
             "names":["book"],"mappings":"AAAAA","ignoreList":[0],"debugId":"1f2e"}
            """;
        var kept = SourceMapJson.WithoutSources(System.Text.Encoding.UTF8.GetBytes(json));
        System
            .Text.Encoding.UTF8.GetString(kept)
            .ShouldBe(
                """{"version":3,"file":"a.min.js","sourceRoot":"/r","sources":["a.js"],"names":["book"],"mappings":"AAAAA","ignoreList":[0]}"""
            );
        SourceMapJson.FileOf(kept).ShouldBe("a.min.js");
        Found(SourceMap.Read(kept), 1, 1).ShouldBe(("r/a.js", 1, "book"));
        SourceMap.Read(kept).Find(1, 1)!.IsLibrary.ShouldBeTrue();
    }

    private static Gen<List<Place>> Places =>
        Gen.Select(
                Gen.Int[0, 5],
                Gen.Int[0, 120],
                Gen.Int[-1, 2],
                Gen.Int[0, 100_000],
                Gen.Int[-1, 3],
                (line, column, source, sourceLine, name) => new Place(line, column, source, sourceLine, name)
            )
            .List[0, 60]
            .Select(all => all.DistinctBy(p => (p.Line, p.Column)).OrderBy(p => p.Line).ThenBy(p => p.Column).ToList());

    private static (string?, int?, string?) Found(SourceMap map, int line, int column) =>
        map.Find(line, column) is { } place ? (place.Path, place.Line, place.Name) : default;
}
