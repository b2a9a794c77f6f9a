using System.Net;
using System.Text;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.CommandLine;
using DutyGuy.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Tests.SourceMaps;

/// <summary><c>PUT</c> and <c>GET projects/{project}/source-maps</c>, and the command line for them.</summary>
public class SourceMapRouteTests
{
    const string Good = """
        {"version":3,"sources":["../src/a.js","\u0000vite/helper.js"],"names":["book\u0000"],"mappings":"AAAAA,IACA","sourcesContent":["SECRET",null]}
        """;

    [Theory, OnBothDatabases]
    public async Task A_map_is_kept_listed_and_replaced_and_the_text_of_the_sources_is_not(DatabaseKind database)
    {
        await using var duty = await Open(database);
        var ci = await duty.WithToken("ci", Role.Engineer);
        var put = await ci.Put(Address("shop@1", "~/assets/app.js"), Json(Good));
        (put.Text("release"), put.Text("file"), put.Number("sources"), put.Number("mappings")).ShouldBe(
            ("shop@1", "assets/app.js", 2, 2)
        );
        await ci.Put(Address("shop@1", "assets/app.js"), Json(Good.Replace("AAAAA,IACA", "AAAAA")));
        await ci.Put(Address("shop@2", "assets/app.js"), Json(Good));
        var all = await duty.Get("projects/1/source-maps");
        all.Number("total").ShouldBe(2);
        all.Items().Select(m => (m.Text("release"), m.Number("mappings"))).ShouldBe([("shop@1", 1), ("shop@2", 2)]);
        (await duty.Get("projects/1/source-maps?release=shop@2")).Items().ShouldHaveSingleItem();
        var kept = await duty.Part<DutyStore>().Read(db => db.SourceMaps.FirstAsync(m => m.Release == "shop@2"));
        SourceMapRow.Unpack(kept.Packed).Find(1, 1)!.Name.ShouldBe("book");
        kept.Packed.Length.ShouldBeLessThan(200);
        using var text = new StreamReader(
            new System.IO.Compression.GZipStream(
                new MemoryStream(kept.Packed),
                System.IO.Compression.CompressionMode.Decompress
            )
        );
        (await text.ReadToEndAsync()).ShouldNotContain("SECRET");
    }

    [Theory]
    [InlineData("nonsense", "It is not JSON")]
    [InlineData("""{"version":3,"sources":["a"],"mappings":"AAAA,g"}""", "mappings, line 1, segment 2: it ends within")]
    [InlineData("", "It is not JSON")]
    public async Task A_map_that_cannot_be_used_is_refused_with_the_reason_and_not_kept(string body, string why)
    {
        await using var duty = await Open();
        var problem = await duty.Refused(HttpStatusCode.BadRequest, HttpMethod.Put, Address("1", "a.js"), Json(body));
        problem.Text("detail")!.ShouldStartWith("The source map of a.js cannot be used. ");
        problem.Text("detail")!.ShouldContain(why);
        (await duty.Get("projects/1/source-maps")).Number("total").ShouldBe(0);
    }

    [Fact]
    public async Task Who_may_and_what_is_missing_is_said()
    {
        await using var duty = await Open();
        var viewer = await duty.WithToken("viewer", Role.Viewer);
        await viewer.Refused(HttpStatusCode.Forbidden, HttpMethod.Put, Address("1", "a.js"), Json(Good));
        var missing = "projects/1/source-maps?file=a.js";
        (await duty.Refused(HttpStatusCode.BadRequest, HttpMethod.Put, missing, Json(Good)))
            .Text("detail")!
            .ShouldContain("release");
        var nameless = await duty.Refused(HttpStatusCode.BadRequest, HttpMethod.Put, Address("1", "/"), Json(Good));
        nameless.Text("detail")!.ShouldStartWith("Say which file");
        var unknown = Address("1", "a.js").Replace("projects/1", "projects/77");
        (await duty.Refused(HttpStatusCode.NotFound, HttpMethod.Put, unknown, Json(Good)))
            .Text("detail")!
            .ShouldContain("77");
        using var large = new ByteArrayContent(new byte[(32 * 1024 * 1024) + 1]);
        (await duty.Refused(HttpStatusCode.RequestEntityTooLarge, HttpMethod.Put, Address("1", "a.js"), large))
            .Text("detail")!
            .ShouldContain("32 MB");
    }

    [Theory, OnBothDatabases]
    public async Task Of_more_than_fifty_releases_the_oldest_are_forgotten(DatabaseKind database)
    {
        await using var duty = await Open(database);
        for (var i = 1; i <= 51; i++)
        {
            await duty.Put(Address($"shop@{i}", "a.js"), Json(Good));
            if (i == 50)
                await duty.Put(Address("shop@1", "b.js"), Json(Good)); // now the second is the oldest
            await duty.Advance("PT1M");
        }
        var left = (await duty.Get("projects/1/source-maps"))
            .Items()
            .Select(m => m.Text("release"))
            .Distinct()
            .ToList();
        left.Count.ShouldBe(50);
        left.ShouldNotContain("shop@2");
        left.ShouldContain("shop@1");
    }

    [Fact]
    public async Task The_command_line_sends_all_maps_of_a_folder_and_names_those_that_cannot_be_used()
    {
        await using var duty = await Open();
        var admin = Terminal.Admin(duty);
        Write(admin, "dist/js/app.js", "");
        Write(admin, "dist/js/app.js.map", Good);
        Write(admin, "dist/js/chunk.map", Good.Replace("{\"version\"", "{\"file\":\"out/chunk-1F.js\",\"version\""));
        Write(admin, "dist/main.mjs.map", Good);
        Write(admin, "dist/style.css.map", "no map");
        Write(admin, "dist/node_modules/a/index.js.map", "no map");
        string[] upload = ["source-maps", "upload", "dist", "--project", "1", "--release", "shop@1"];
        (await admin.Says(upload))
            .ReplaceLineEndings("\n")
            .ShouldBe(
                """
                js/app.js: 2 mappings of 2 sources, release shop@1
                js/chunk-1F.js: 2 mappings of 2 sources, release shop@1
                main.mjs: 2 mappings of 2 sources, release shop@1

                """.ReplaceLineEndings("\n")
            );
        (await admin.Json(upload)).Number("total").ShouldBe(3);
        (await admin.Says("source-maps", "list", "--project", "1", "--release", "shop@1")).ShouldContain("main.mjs");
        Write(admin, "dist/js/app.js.map", "no map");
        var result = await admin.Run(upload);
        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain("main.mjs: 2 mappings");
        result.Error.ShouldStartWith("js/app.js.map: The source map of js/app.js cannot be used. It is not JSON.");
        (await admin.Refused("source-maps", "upload", "nowhere", "--project", "1", "--release", "x")).ShouldContain(
            "There is no folder nowhere."
        );
        Directory.CreateDirectory(Path.Combine(admin.Folder, "empty"));
        (await admin.Refused("source-maps", "upload", "empty", "--project", "1", "--release", "x")).ShouldContain(
            "no *.map file"
        );
    }

    static async Task<DutyApp> Open(DatabaseKind database = DatabaseKind.Sqlite)
    {
        var duty = await DutyApp.Start(database);
        await duty.Post("projects", new { name = "shop" });
        return duty;
    }

    static string Address(string release, string file) =>
        $"projects/1/source-maps?release={release}&file={Uri.EscapeDataString(file)}";

    static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    static void Write(Terminal terminal, string file, string text)
    {
        var path = Path.Combine(terminal.Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
