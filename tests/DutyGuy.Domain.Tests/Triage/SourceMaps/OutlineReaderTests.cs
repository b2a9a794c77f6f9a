using System.Text;
using System.Text.Json;
using CsCheck;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Triage.SourceMaps;

/// <summary>What an outline says of lines, hostile sources, and how outlines are sent and kept.</summary>
public class OutlineReaderTests
{
    private const string Calls = """
        export async function get(path, tries = 3) {
          const answer = await fetch(path);
          if (!answer.ok)
            throw new HttpError(answer.status);
          return answer.json().then(x => { return x.first });
        }
        export async function save(id) {
          const kept = await get(
            `/carts/${id}`,
          );
          return kept.length; // throw new Error()
        }
        function parse({ url }) { return 'throw new Error' + url.lead }
        function tell(e) { Sentry.captureException(e) }
        """;

    [Theory]
    [InlineData("fetch(path)", SourceSigns.TakesAddress)]
    [InlineData("new HttpError", SourceSigns.Throws | SourceSigns.TakesAddress)]
    [InlineData("x.first", SourceSigns.TakesAddress)]
    [InlineData("get(\n", SourceSigns.NamesAddress)]
    [InlineData("/carts/", SourceSigns.NamesAddress)]
    [InlineData("kept.length", SourceSigns.None)]
    [InlineData("url.lead", SourceSigns.TakesAddress)]
    [InlineData("Sentry.", SourceSigns.Reports | SourceSigns.Throws)]
    public void A_place_has_the_signs_of_its_line_and_function(string word, SourceSigns signs) =>
        Outlined.SignsAt("src/api.js", Calls, word).ShouldBe(signs | SourceSigns.Known | SourceSigns.Named);

    [Theory]
    [InlineData("function a() { ")]
    [InlineData("function a() { ) }")]
    [InlineData("const a = 'text\n")]
    [InlineData("const a = `text ${b")]
    [InlineData("/* no end")]
    [InlineData("}")]
    [InlineData("const a = <div>no end</p")]
    public void What_is_not_understood_has_no_outline(string text) => OutlineReader.Of("a.js", text).ShouldBeNull();

    [Theory]
    [InlineData("a.json", "{}")]
    [InlineData("a.css", "a {}")]
    [InlineData("a.js", "")]
    public void Other_files_have_none(string path, string text) => OutlineReader.Of(path, text).ShouldBeNull();

    [Theory]
    [InlineData("a=>")]
    [InlineData("(")]
    [InlineData("{a:")]
    [InlineData("`${")]
    [InlineData("<a>")]
    [InlineData("class ")]
    [InlineData("interface ")]
    [InlineData("function f():")]
    [InlineData("a?b:")]
    [InlineData("x<")]
    [InlineData("f(()=>")]
    [InlineData("/")]
    [InlineData("const a: ")]
    [InlineData("aError(")]
    [InlineData("f('a',")]
    [InlineData("[]=>")]
    [InlineData("(a=")]
    [InlineData("as ")]
    public void Hostile_sources_end(string piece)
    {
        foreach (var path in new[] { "a.ts", "a.jsx" })
        {
            OutlineReader.Of(path, string.Concat(Enumerable.Repeat(piece, 400_000 / piece.Length)));
            OutlineReader.Of(path, string.Join('\n', Enumerable.Repeat(piece, 200_000 / piece.Length)));
        }
    }

    private static readonly string[] Pieces =
    [
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        "`",
        "${",
        "'",
        "/",
        "<a>",
        "</a>",
        "=>",
        "function ",
        "class A ",
        "x",
        ":",
        "?",
        "=",
        ",",
        ";",
        "\n",
        "async ",
        "get ",
        "*",
        "@",
        "type T=",
        "as ",
        "<",
        ">",
        "...",
        "const ",
        "/>",
        "static ",
    ];

    [Fact]
    public void Nothing_breaks_it() =>
        Gen.Int[0, Pieces.Length - 1]
            .Array[0, 30]
            .Sample(
                pieces =>
                {
                    foreach (var path in new[] { "a.ts", "a.jsx" })
                        OutlineReader.Of(path, string.Concat(pieces.Select(p => Pieces[p])));
                },
                iter: 20_000
            );

    private static string Map(string path = "../src/api.js", string? ignore = null) =>
        JsonSerializer.Serialize(
            new
            {
                version = 3,
                sources = new[] { path, "../node_modules/lib/index.js", "../src/odd.js" },
                sourcesContent = new[] { Calls, "function secretOfLib() {}", null },
                names = Array.Empty<string>(),
                mappings = MadeMap.Mappings([new(0, 0, 0, 1, -1), new(0, 9, 1, 0, -1)]),
            }
        );

    [Fact]
    public void What_is_sent_has_the_outline_and_not_the_text()
    {
        var sent = SourceMapJson.WithoutSources(Encoding.UTF8.GetBytes(Map()));
        var text = Encoding.UTF8.GetString(sent);
        text.ShouldNotContain("fetch");
        text.ShouldNotContain("secretOfLib");
        text.ShouldContain("\"x_duty_outline\":[{");
        SourceMapJson.WithoutSources(sent).ShouldBe(sent);
        var (there, here) = (SourceMap.Read(sent), MadeMap.Read(Map()));
        there.Bytes.ShouldBe(here.Bytes);
        there.Bytes.ShouldBeGreaterThan(
            MadeMap.Read(Map().Replace("sourcesContent", "nothing", StringComparison.Ordinal)).Bytes
        );
        foreach (var map in new[] { there, here })
            (map.Find(1, 1)!.Function, map.Find(1, 1)!.Signs).ShouldBe(
                ("get", SourceSigns.Known | SourceSigns.Named | SourceSigns.TakesAddress)
            );
        there.Find(1, 10)!.IsOutlined.ShouldBeFalse("it is a library's");
    }

    [Fact]
    public void Sections_have_outlines_of_their_own()
    {
        var json = $$$"""
            {"version":3,"sections":[{"offset":{"line":0,"column":0},"map":{"version":3,"sources":["x.js"],"mappings":"AAAA"}},
              {"offset":{"line":1,"column":0},"map":{{{Map()}}}}]}
            """;
        var sent = SourceMap.Read(SourceMapJson.WithoutSources(Encoding.UTF8.GetBytes(json)));
        sent.Find(1, 1)!.IsOutlined.ShouldBeFalse();
        sent.Find(2, 1)!.Function.ShouldBe("get");
    }

    [Theory]
    [InlineData("7")]
    [InlineData("[7]")]
    [InlineData("[{}]")]
    [InlineData("""[{"f":[[0,0,9]],"l":[]}]""")]
    [InlineData("""[{"f":[[0,0,9,0,7]],"l":[]}]""")]
    [InlineData("""[{"f":[[0,0,-9,0,"a"]],"l":[]}]""")]
    [InlineData("""[{"f":[],"l":[1]}]""")]
    [InlineData("""[{"f":[],"l":["a",1]}]""")]
    [InlineData("[null,null,null,null]")]
    public void A_broken_outline_is_none(string outline)
    {
        var json = $$"""{"version":3,"sources":["a.js"],"mappings":"AAAA","x_duty_outline":{{outline}}}""";
        MadeMap.Read(json).Find(1, 1)!.IsOutlined.ShouldBeFalse();
        SourceMap.Read(SourceMapJson.WithoutSources(Encoding.UTF8.GetBytes(json))).Find(1, 1).ShouldNotBeNull();
    }

    [Fact]
    public void Half_a_character_in_a_source_is_no_reason_to_refuse_its_map()
    {
        const string json = """{"version":3,"sources":["a.js"],"mappings":"AAAA","sourcesContent":["'\ud83d'"]}""";
        MadeMap.Read(json).Find(1, 1)!.IsOutlined.ShouldBeFalse();
        SourceMapJson.WithoutSources(Encoding.UTF8.GetBytes(json)).ShouldNotBeEmpty();
    }
}
