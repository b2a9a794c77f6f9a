using System.Text;
using System.Text.Json;
using DutyGuy.Domain;
using DutyGuy.Tests.Adapters;
using DutyGuy.Tests.CommandLine;
using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Workers;

namespace DutyGuy.Tests.SourceMaps;

/// <summary>Errors of a minified program, sent by the official SDK, name the sources when the maps were uploaded.</summary>
public class ErrorsOfMinifiedPrograms
{
    [Theory, OnBothDatabases]
    public async Task Two_builds_make_one_error_and_its_frames_name_file_line_and_function(DatabaseKind database)
    {
        await using var duty = await DutyApp.Start(database);
        var dsn = (await duty.Post("projects", new { name = "shop" })).Text("dsn")!;
        using var first = await MinifiedProgram.Build("one");
        using var second = await MinifiedProgram.Build("three");
        Path.GetFileName(second.Bundle).ShouldNotBe(Path.GetFileName(first.Bundle));
        await Ship(duty, first, "shop@1");
        await first.Fail(dsn, "shop@1");
        await Ship(duty, second, "shop@2");
        await second.Fail(dsn, "shop@2");
        var error = (await duty.Get("errors")).Items().ShouldHaveSingleItem();
        (error.Number("events"), error.Text("culprit")).ShouldBe((2, "src/cart.js:8"));
        error.Text("title").ShouldBe("RangeError: the card refuses this amount");
        var all = await duty.Get($"errors/{error.Number("id")}");
        AreThoseOfTheSources(all.Items("frames"), second);
        foreach (var sent in all.Items("lastEvents"))
            AreThoseOfTheSources(sent.Items("event.frames"), second);
    }

    [Fact]
    public async Task Without_its_map_a_frame_stays_as_it_is_with_its_column()
    {
        await using var duty = await DutyApp.Start();
        var dsn = (await duty.Post("projects", new { name = "shop" })).Text("dsn")!;
        foreach (var build in new[] { "one", "three" })
        {
            using var program = await MinifiedProgram.Build(build);
            await Ship(duty, program, "another release");
            await program.Fail(dsn, $"shop@{build}");
            var errors = (await duty.Get("errors")).Items();
            var all = await duty.Get($"errors/{errors.Max(e => e.Number("id"))}");
            all.Text("frames.0.path").ShouldBe(Path.GetFileName(program.Bundle));
            all.Number("frames.0.column").ShouldBeGreaterThan(1);
            all.Number("lastEvents.0.event.frames.0.column").ShouldBe(all.Number("frames.0.column"));
        }
        (await duty.Get("errors")).Items().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_wrote_the_source_is_suggested()
    {
        using var source = new RealRepository();
        WatchedShop.Written(source, "src/app.js", "Ann", 3);
        WatchedShop.Written(source, "src/checkout.js", "Mel", 2);
        WatchedShop.Written(source, "src/cart.js", "Lea", 6);
        await using var shop = await WatchedShop.Open(source);
        using var program = await MinifiedProgram.Build("one");
        await Ship(shop.App, program, "shop@1");
        await program.Fail($"http://key@{shop.App.Address.Authority}/1", "shop@1");
        var error = (await shop.App.Get("errors")).Items().ShouldHaveSingleItem().Number("id");
        var best = (await shop.Suggestions(error))[0];
        best.Person.ShouldBe("lea");
        best.Reasons.ShouldContain(r => r.Contains(" of cart.js"));
    }

    [Fact]
    public async Task The_map_is_read_as_another_reader_reads_it()
    {
        using var program = await MinifiedProgram.Build("one");
        var map = SourceMap.Read(await File.ReadAllBytesAsync(program.Bundle + ".map"));
        map.Mappings.ShouldBe((int)program.Places.Number("mappings"));
        var places = program.Places.Items("places");
        places.Count.ShouldBeGreaterThan(1000);
        var other = places.Select(p =>
            (
                p.Text("source")?.Replace("../", ""),
                p.Text("source") is null ? 0 : (int)p.Number("sourceLine"),
                p.Text("name")
            )
        );
        var ours = places
            .Select(p => map.Find((int)p.Number("line"), (int)p.Number("column")))
            .Select(found => (found?.Path, found?.Line ?? 0, found?.Name));
        ours.ShouldBe(other);
    }

    [Theory, OnBothDatabases]
    public async Task A_map_that_is_replaced_is_used_within_seconds(DatabaseKind database)
    {
        await using var duty = await DutyApp.Start(database);
        var sender = await Intake.Sender.Of(duty);
        const string map = """{"version":3,"sources":["OLD.js"],"mappings":"AAAA"}""";
        const string path = "projects/1/source-maps?release=shop@1&file=app.js";
        await duty.Put(path, Json(map));
        (await Culprit(duty, sender)).ShouldBe("OLD.js:1");
        await duty.Put(path, Json(map.Replace("OLD", "NEW")));
        for (var tries = 0; await Culprit(duty, sender) != "NEW.js:1"; tries++)
        {
            tries.ShouldBeLessThan(40);
            await Task.Delay(250);
        }
    }

    static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    static async Task<string?> Culprit(DutyApp duty, Intake.Sender sender)
    {
        var id = Guid.NewGuid().ToString("N");
        var frame = new
        {
            abs_path = "https://shop.example/app.js",
            function = "book",
            lineno = 1,
            colno = 7,
            in_app = true,
        };
        var error = JsonSerializer.Serialize(
            new
            {
                release = "shop@1",
                exception = new { values = new[] { new { type = id, stacktrace = new { frames = new[] { frame } } } } },
            }
        );
        using var answer = await sender.Send($"{{\"event_id\":\"{id}\"}}\n{{\"type\":\"event\"}}\n{error}");
        answer.IsSuccessStatusCode.ShouldBeTrue();
        return (await duty.Get("errors")).Items().Single(e => e.Text("title") == id).Text("culprit");
    }

    static async Task Ship(DutyApp duty, MinifiedProgram program, string release)
    {
        var said = await Terminal
            .Admin(duty)
            .Says("source-maps", "upload", program.Dist, "--project", "1", "--release", release);
        said.ShouldStartWith($"assets/{Path.GetFileName(program.Bundle)}: ");
        said.TrimEnd().ShouldEndWith($"sources, release {release}");
    }

    static int Line(JsonElement frame) =>
        frame.TryGetProperty("line", out var line) && line.ValueKind == JsonValueKind.Number ? line.GetInt32() : 0;

    static void AreThoseOfTheSources(IReadOnlyList<JsonElement> frames, MinifiedProgram program)
    {
        var found = frames.Select(f => (Path: f.Text("path")!, Line: Line(f), Own: f.Yes("inApp"))).ToList();
        string?[] names = [.. frames.Select(f => f.TryGetProperty("function", out var name) ? name.GetString() : null)];
        found[0].ShouldBe(("src/cart.js", program.Line("cart.js", "throw new"), true));
        names[0].ShouldBe("chargeCard");
        found[1].ShouldBe(("src/checkout.js", program.Line("checkout.js", "return chargeCard"), true));
        names[1].ShouldBe("Checkout.payFor");
        found.ShouldContain(f => f.Path.EndsWith("@jridgewell/trace-mapping/src/trace-mapping.ts") && !f.Own);
        var pays = found.FindLastIndex(f => f.Path == "src/checkout.js");
        (found[pays].Line, names[pays]).ShouldBe((program.Line("checkout.js", "eachMapping(oneLine"), "payEachLine"));
        names.ShouldContain("payEachLine (lambda)");
        (found[pays + 1].Path, names[pays + 1]).ShouldBe(("app.js", "run"));
        found.ShouldNotContain(f => f.Path.Contains("app-"));
    }
}
