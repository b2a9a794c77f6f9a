using CsCheck;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Triage.Naming;

public class ErrorPlaceTests
{
    private static readonly FramePaths Files = new(["src/Clinic/Web/Slots.cs", "garden/beds.py", "web/src/book.ts"]);

    [Theory]
    [InlineData("~/work/clinic/clinic/src/Clinic/Web/Slots.cs", "src/Clinic/Web/Slots.cs:12")]
    [InlineData("C:\\Users\\lea\\clinic\\src\\Clinic\\Web\\Slots.cs", "src/Clinic/Web/Slots.cs:12")]
    [InlineData("/app/garden/beds.py", "garden/beds.py:12")]
    [InlineData("webpack:///./src/book.ts", "web/src/book.ts:12")]
    [InlineData("/elsewhere/other.py", "other.py:12")]
    public void It_is_a_line_of_the_file_in_the_repository(string path, string place) =>
        ErrorPlace.Of(At(path), Files.FileOf).ShouldBe(place);

    [Theory]
    [InlineData("src/Clinic/Slots.cs", "src/Clinic/Slots.cs")]
    [InlineData("./src/book.ts?1f2e", "src/book.ts")]
    [InlineData("../lib/book.rb", "lib/book.rb")]
    [InlineData("Slots.java", "Slots.java")]
    [InlineData("src\\Clinic\\Slots.cs", "src/Clinic/Slots.cs")]
    [InlineData("/home/runner/work/clinic/clinic/src/Slots.cs", "src/Slots.cs")]
    [InlineData("~/work/clinic/clinic/src/Slots.cs", "src/Slots.cs")]
    [InlineData("~/work/1/s/src/Slots.cs", "src/Slots.cs")]
    [InlineData("D:\\a\\clinic\\clinic\\src\\Slots.cs", "src/Slots.cs")]
    [InlineData("D:\\a\\1\\s\\src\\Slots.cs", "src/Slots.cs")]
    [InlineData("/__w/clinic/clinic/src/Slots.cs", "src/Slots.cs")]
    [InlineData("/builds/health/clinic/src/Slots.cs", "src/Slots.cs")]
    [InlineData("/var/lib/jenkins/workspace/clinic_main/src/Slots.cs", "src/Slots.cs")]
    [InlineData("/opt/atlassian/pipelines/agent/build/src/Slots.cs", "src/Slots.cs")]
    [InlineData("~/project/src/Slots.cs", "src/Slots.cs")]
    [InlineData("/vercel/path0/pages/book.tsx", "pages/book.tsx")]
    [InlineData("/_/src/Slots.cs", "src/Slots.cs")]
    [InlineData("/src/Clinic/Slots.cs", "Clinic/Slots.cs")]
    [InlineData("/app/src/book.ts", "src/book.ts")]
    [InlineData("/usr/src/app/book.js", "book.js")]
    [InlineData("/var/task/handlers/book.js", "handlers/book.js")]
    [InlineData("/srv/clinic/releases/20261119102207/app/models/bed.rb", "app/models/bed.rb")]
    [InlineData("/srv/clinic/current/app/models/bed.rb", "app/models/bed.rb")]
    [InlineData("webpack:///./src/book.ts", "src/book.ts")]
    [InlineData("webpack://shop/./src/book.ts", "src/book.ts")]
    [InlineData("webpack-internal:///(rsc)/./src/book.ts", "src/book.ts")]
    [InlineData("turbopack:///[project]/src/book.ts", "src/book.ts")]
    [InlineData("/./src/book.ts", "src/book.ts")]
    [InlineData("app:///src/book.ts", "src/book.ts")]
    [InlineData("app:///home/runner/work/shop/shop/src/book.ts", "src/book.ts")]
    [InlineData("https://shop.example/assets/app-1f2e.js", "app-1f2e.js")]
    [InlineData("/assets/app-1f2e.js?v=1", "app-1f2e.js")]
    [InlineData("/home/ann/go/src/github.com/ferry/dock/boat/boat.go", "boat/boat.go")]
    [InlineData("github.com/ferry/dock/boat/boat.go", "boat/boat.go")]
    [InlineData("~/go/src/ferry/dock/boat.go", "ferry/dock/boat.go")]
    [InlineData("ferry/dock/boat.go", "ferry/dock/boat.go")]
    [InlineData("/go/pkg/mod/github.com/gin-gonic/gin@v1.9.1/context.go", "gin@v1.9.1/context.go")]
    [InlineData("/usr/local/go/src/runtime/panic.go", "runtime/panic.go")]
    [InlineData("/usr/local/lib/python3.12/site-packages/requests/api.py", "requests/api.py")]
    [InlineData("/usr/lib/python3.12/json/decoder.py", "json/decoder.py")]
    [InlineData("/usr/local/bundle/gems/rack-2.2.3/lib/rack/builder.rb", "rack/builder.rb")]
    [InlineData("/app/node_modules/pg/lib/client.js", "pg/lib/client.js")]
    [InlineData("/rustc/9fc6b431/library/core/src/result.rs", "library/core/src/result.rs")]
    [InlineData("C:\\Users\\lea\\clinic\\Slots.cs", "Slots.cs")]
    [InlineData("~/clinic/Slots.cs", "Slots.cs")]
    [InlineData("/opt/clinic/booking/index.js", "booking/index.js")]
    [InlineData("file:///opt/clinic/Slots.cs", "Slots.cs")]
    public void Without_the_files_no_folder_of_a_machine_is_said(string path, string file) =>
        ErrorPlace.Of(At(path)).ShouldBe(file + ":12");

    [Theory]
    [InlineData("src/Slots.cs", "<Book>d__5.MoveNext", null, "Book in src/Slots.cs")]
    [InlineData("src/Slots.cs", "?", null, "src/Slots.cs")]
    [InlineData(null, "<Map>b__1", "Clinic.Web.Slots+<>c", "Slots.Map (lambda)")]
    [InlineData(null, ".ctor", "Clinic.Web.Slots", "constructor of Slots")]
    [InlineData(null, "async Task Slots.Book(int id)", "Clinic.Web.Slots", "Slots.Book")]
    [InlineData(null, "(*Boat).Steer", "ferry/dock", "dock.Boat.Steer")]
    [InlineData("<anonymous>", null, "Clinic.Web.Slots", "Slots")]
    [InlineData("native", "book", null, "book")]
    [InlineData(null, null, null, "")]
    public void Without_a_line_it_is_the_function_and_where_that_is(
        string? path,
        string? function,
        string? module,
        string place
    ) => ErrorPlace.Of(new(path, null, function, true, module)).ShouldBe(place);

    [Fact]
    public void A_frame_is_shown_without_a_machine_and_a_compiler() =>
        ErrorPlace
            .Shown(new("/src/Web/Slots.cs", 12, "MoveNext", true, "Clinic.Slots+<Book>d__5"))
            .ShouldBe(new("Web/Slots.cs", 12, "Book", true, "Clinic.Slots"));

    [Fact]
    public void Whatever_is_told_it_is_short_and_no_absolute_path() =>
        Gen.String[Gen.Char["aB/\\:~.@v1-_?#<gosrc "], 0, 300]
            .Sample(path =>
            {
                var place = ErrorPlace.Of(new(path, 12, "f", true));
                place.Length.ShouldBeInRange(1, 200);
                place.ShouldNotStartWith("/");
            });

    private static Frame At(string path) => new(path, 12, "<Map>b__1", true);
}
