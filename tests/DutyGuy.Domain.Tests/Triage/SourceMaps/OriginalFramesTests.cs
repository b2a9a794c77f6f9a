using System.Text.Json;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Triage.SourceMaps;

public class OriginalFramesTests
{
    private const int Book = 10;
    private const int ThrowInBook = 40;
    private const int Pay = 100;
    private const int CallOfBook = 140;
    private const int InPackage = 300;
    private const int Nowhere = 400;

    // function a(){ ... throw } of cart.js, function b(){ ... a() } of pay.js, a package
    private static readonly SourceMap Map = MadeMap.Read(
        MadeMap.Json(
            [
                new Place(0, Book, 0, 4, 0),
                new Place(0, ThrowInBook, 0, 6, -1),
                new Place(0, Pay, 1, 1, 1),
                new Place(0, CallOfBook, 1, 2, 0),
                new Place(0, InPackage, 2, 8, -1),
                new Place(0, Nowhere, -1, 0, -1),
            ],
            ["../src/cart.js", "webpack://shop/./src/pay.js", "webpack://shop/./node_modules/tax/index.js"],
            ["book", "pay"]
        )
    );

    private static Frame At(int column, string? function = "a") =>
        new("/assets/app-1F2E.js", 1, function, true, "app-1F2E", column + 1);

    private static IReadOnlyList<Frame> Of(params Frame[] frames) =>
        OriginalFrames.Of(frames, path => path == "/assets/app-1F2E.js" ? Map : null);

    [Fact]
    public void A_frame_has_the_path_and_line_of_its_source_and_the_name_by_which_it_was_called() =>
        Of(At(ThrowInBook), At(CallOfBook, "t.payAll"), At(InPackage, "Array.map"))
            .ShouldBe([
                new Frame("src/cart.js", 7, "book", true),
                new Frame("src/pay.js", 3, "payAll", true),
                new Frame("node_modules/tax/index.js", 9, "Array.map", false),
            ]);

    [Theory]
    [InlineData("a", null)]
    [InlineData("new a", null)]
    [InlineData("async a", null)]
    [InlineData("?", null)]
    [InlineData("t.remind", "remind")]
    [InlineData("Cart.remind", "Cart.remind")]
    [InlineData("Object.p [as remind]", "remind")]
    [InlineData("async remind", "remind")]
    [InlineData("Object.<anonymous>", "Object.<anonymous>")]
    [InlineData(null, null)]
    public void A_name_that_no_caller_tells_is_that_of_the_stack_unless_a_minifier_made_it(
        string? told,
        string? name
    ) => Of(At(ThrowInBook, told)).ShouldHaveSingleItem().Function.ShouldBe(name);

    // A parameter that is called (`fn()`) names nothing of the source in which the function stands.
    [Fact]
    public void The_callers_word_is_taken_only_when_the_source_knows_it() =>
        Of(At(InPackage, "a"), At(CallOfBook)).First().Function.ShouldBeNull();

    [Fact]
    public void What_the_maps_do_not_know_stays_as_it_is()
    {
        Frame[] frames =
        [
            At(Nowhere),
            At(0),
            At(ThrowInBook) with
            {
                Column = null,
            },
            At(ThrowInBook) with
            {
                Path = "/assets/other.js",
            },
            new("src/Slots.cs", 7, "Book", true, "Clinic.Slots"),
        ];
        Of(frames).ShouldBeSameAs(frames);
        Of([.. frames, At(ThrowInBook)]).SkipLast(1).ShouldBe(frames);
    }

    [Fact]
    public void Two_builds_of_the_same_sources_make_one_error()
    {
        static string Group(IReadOnlyList<Frame> frames) => Causes.Of("RangeError", frames).Keys.Cause;
        var shifted = MadeMap.Read(
            MadeMap.Json(
                [new Place(0, 5, 0, 1, 1), new Place(0, 7, 0, 6, -1), new Place(0, 60, 1, 2, 1)],
                ["../src/cart.js", "../src/pay.js"],
                ["pay", "book"]
            )
        );
        var first = Of(At(ThrowInBook), At(CallOfBook, "t"));
        var second = OriginalFrames.Of(
            [
                new Frame("/assets/app-77AA.js", 1, "k", true, "app-77AA", 9),
                new Frame("/assets/app-77AA.js", 1, "z", true, "app-77AA", 61),
            ],
            _ => shifted
        );
        Group(second).ShouldBe(Group(first));
    }

    [Fact]
    public void Where_the_text_was_known_the_function_is_that_of_the_source_and_not_what_a_stack_says()
    {
        const string text = "export class Cart {\n  book(path) {\n    return rows.map(r => r.a.b);\n  }\n}\nstart();\n";
        var json = $$"""
            {"version":3,"sources":["../src/cart.js"],"names":["rows"],"sourcesContent":[{{JsonSerializer.Serialize(
                text
            )}}],
              "mappings":"{{MadeMap.Mappings([new(0, 10, 0, 2, 0), new(0, 40, 0, 5, -1)])}}"}
            """;
        var map = MadeMap.Read(json);
        IReadOnlyList<Frame> frames = [At(10, "a"), At(40, "t.b")];
        const SourceSigns known = SourceSigns.Known | SourceSigns.Named;
        OriginalFrames
            .Of(frames, _ => map)
            .ShouldBe([
                new Frame("src/cart.js", 3, "Cart.book", true, Signs: known | SourceSigns.TakesAddress),
                new Frame("src/cart.js", 6, null, true, Signs: known),
            ]);
    }

    private static Frame Mapped(string path, string? function, SourceSigns more = SourceSigns.None) =>
        new(path, 7, function, true, Signs: SourceSigns.Known | SourceSigns.Named | more);

    [Fact]
    public void A_guard_is_known_by_its_signs_and_the_constructor_of_an_error_is_no_fault()
    {
        Frame[] refused =
        [
            Mapped("src/errors.js", "ShopError"),
            Mapped("src/checks.js", "checkAmount", SourceSigns.Throws),
            Mapped("src/cart.js", "Cart.total"),
        ];
        Causes.Of("Error", refused, "amount must be a number").Function.ShouldBe("Cart.total");
        Causes.Of("t", refused[1..], "amount must be a number").Type.ShouldBe("Error", "a minifier named the class");
        Causes
            .Of("TypeError", [Mapped("src/checks.js", "checkAmount"), refused[2]], "x is not a function")
            .Function.ShouldBe("checkAmount", "its line throws nothing");
    }

    [Fact]
    public void What_only_some_browsers_tell_makes_no_difference()
    {
        Frame[] own = [Mapped("src/checks.js", "checkTotal"), Mapped("src/cart.js", "Cart.total")];
        var native = new Frame("<anonymous>", null, "Array.reduce", true);
        Causes
            .Of("TypeError", [native, .. own], "Reduce of empty array with no initial value")
            .Keys.Cause.ShouldBe(Causes.Of("TypeError", own, "reduce of empty array with no initial value").Keys.Cause);
        var deep = Enumerable.Repeat(own[1], 20).ToList();
        Causes
            .Of("InternalError", deep, "too much recursion")
            .Keys.Cause.ShouldBe(Causes.Of("RangeError", deep, "Maximum call stack size exceeded").Keys.Cause);
    }

    [Fact]
    public void A_stack_that_was_cut_belongs_to_the_only_error_that_went_on()
    {
        Frame[] whole =
        [
            Mapped("src/api.js", "json", SourceSigns.TakesAddress),
            Mapped("src/user.js", "user", SourceSigns.NamesAddress),
        ];
        Frame[] another = [whole[0], Mapped("src/shop.js", "shop", SourceSigns.NamesAddress)];
        const string why = "JSON.parse: unexpected character";
        ErrorKeys Keys(Frame[] frames) => Causes.Of("SyntaxError", frames, why).Keys;
        var errors = 0L;
        var groups = new ErrorGroups(() => ++errors);
        groups.Add(Keys(whole)).ShouldBe(1);
        groups.Add(Keys(whole[..1])).ShouldBe(1);
        groups.Add(Keys(another)).ShouldBe(2);
        groups.Add(Keys(whole[..1])).ShouldBe(3, "now it may be of either");
    }

    [Theory]
    [InlineData(null, "webpack:///./src/app.js", "src/app.js", false)]
    [InlineData(null, "webpack://name/src/app.js", "src/app.js", false)]
    [InlineData(null, "webpack://name/./src/App.vue?1f2e", "src/App.vue", false)]
    [InlineData(null, "webpack-internal:///(rsc)/./app/[id]/page.tsx", "app/[id]/page.tsx", false)]
    [InlineData(null, "webpack://_N_E/(app)/./node_modules/a/b.js", "node_modules/a/b.js", true)]
    [InlineData(null, "webpack:///webpack/bootstrap", "webpack/bootstrap", true)]
    [InlineData(null, "webpack:///(webpack)/buildin/global.js", "(webpack)/buildin/global.js", true)]
    [InlineData(null, "webpack://shop/external \"react\"", "external \"react\"", true)]
    [InlineData(null, "../webpack/setup.js", "webpack/setup.js", false)]
    [InlineData(null, "../../src/app.js", "src/app.js", false)]
    [InlineData(null, "src/a/../b.js", "src/b.js", false)]
    [InlineData(
        null,
        "../node_modules/.pnpm/a@1/node_modules/a/b.js",
        "node_modules/.pnpm/a@1/node_modules/a/b.js",
        true
    )]
    [InlineData(null, "\0vite/preload-helper.js", "vite/preload-helper.js", true)]
    [InlineData(null, "file:///home/annabella/shop/src/app.js", "shop/src/app.js", false)]
    [InlineData(null, @"C:\Users\annabella\shop\src\app.js", "shop/src/app.js", false)]
    [InlineData(null, "src/home/pages/list.js", "src/home/pages/list.js", false)]
    [InlineData("/build/shop/", "src/app.js", "build/shop/src/app.js", false)]
    [InlineData("https://cdn.example/src", "app.js", "src/app.js", false)]
    [InlineData("/build", "webpack:///./src/app.js", "src/app.js", false)]
    [InlineData("", "app.js", "app.js", false)]
    public void A_source_is_a_path_of_the_repository(string? root, string source, string path, bool isLibrary)
    {
        var place = MadeMap.Read(MadeMap.Json([new Place(0, 0, 0, 0, -1)], [source], [], root)).Find(1, 1)!;
        (place.Path, place.IsLibrary).ShouldBe((path, isLibrary));
    }

    [Theory]
    [InlineData("/static/assets/app.js", "assets/app.js")]
    [InlineData("assets/app.js", "assets/app.js")]
    [InlineData("/srv/shop/admin/assets/app.js", "admin/assets/app.js")]
    [InlineData(@"C:\srv\shop\assets\app.js", "assets/app.js")]
    [InlineData("/only.js", "deep/in/only.js")]
    [InlineData("/myassets/app.js", null)]
    [InlineData("/app.js", null)]
    [InlineData("/srv/node_modules/shop/assets/app.js", null)]
    [InlineData("/assets/other.js", null)]
    [InlineData("", null)]
    public void A_frames_file_is_the_uploaded_one_with_that_end(string path, string? file) =>
        new MinifiedFiles(["assets/app.js", "admin/assets/app.js", "deep/in/only.js"]).Of(path).ShouldBe(file);

    [Theory]
    [InlineData("~/assets/app.js", "assets/app.js")]
    [InlineData("/assets/app.js?v=1", "assets/app.js")]
    [InlineData(" / ", null)]
    [InlineData("~/", null)]
    public void A_file_is_kept_by_its_plain_name(string told, string? kept) =>
        MinifiedFiles.NameOf(told).ShouldBe(kept);
}
