using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Triage;

public class FramePathsTests
{
    private static readonly FramePaths Files = new([
        "src/Clinic/Slots.cs",
        "src/Search/Slots.cs",
        "web/src/agenda.ts",
        "web/app/[id]/page.tsx",
        "src/Clinic/Booking.cs",
        "lib/mySlots.cs",
        "backend/shop/cart.py",
        "backend/shop/models.py",
        "api/app/models/invoice.rb",
        "java/com/acme/Slots.java",
        "java/com/acme/old/Slots.java",
        "vendor/gems/money/lib/money.rb",
    ]);

    private static string? FileOf(string? path, string? module = null) =>
        Files.FileOf(new(path, 1, "Do", true, module));

    [Theory]
    [InlineData("/app/src/Clinic/Slots.cs", "src/Clinic/Slots.cs")]
    [InlineData(@"C:\build\src\Search\Slots.cs", "src/Search/Slots.cs")]
    [InlineData("/_/src/Clinic/Slots.cs", "src/Clinic/Slots.cs")]
    [InlineData("webpack:///./src/agenda.ts?1f2e", "web/src/agenda.ts")]
    [InlineData("webpack-internal:///(rsc)/./app/[id]/page.tsx", "web/app/[id]/page.tsx")]
    [InlineData("app:///src/agenda.ts", "web/src/agenda.ts")]
    [InlineData("../../Booking.cs", "src/Clinic/Booking.cs")]
    [InlineData("Clinic/Slots.cs", "src/Clinic/Slots.cs")]
    [InlineData("/code/shop/cart.py", "backend/shop/cart.py")]
    [InlineData("app/models/invoice.rb", "api/app/models/invoice.rb")]
    public void A_frame_is_the_file_with_the_longest_common_end(string frame, string file) =>
        FileOf(frame).ShouldBe(file);

    [Theory]
    [InlineData("/app/Slots.cs")]
    [InlineData("/usr/lib/node/http.js")]
    [InlineData("ots.cs")]
    [InlineData("")]
    [InlineData("///")]
    public void A_frame_that_fits_no_file_or_two_alike_is_no_file(string frame) => FileOf(frame).ShouldBeNull();

    [Theory]
    [InlineData("/usr/lib/python3/site-packages/shop/models.py", null)]
    [InlineData("/bundle/ruby/3.3.0/gems/billing-1.2/app/models/invoice.rb", null)]
    [InlineData("/app/node_modules/calendar/src/agenda.ts", null)]
    [InlineData("/go/pkg/mod/acme/shop@v1.9.1/cart.py", null)]
    [InlineData("/app/vendor/gems/money/lib/money.rb", "vendor/gems/money/lib/money.rb")]
    public void What_lies_beneath_a_folder_of_libraries_is_ours_only_together_with_it(string frame, string? file) =>
        FileOf(frame).ShouldBe(file);

    [Theory]
    [InlineData(null, "Clinic.Booking", "src/Clinic/Booking.cs")]
    [InlineData(null, "Clinic.Booking+<>c__DisplayClass5_0", "src/Clinic/Booking.cs")]
    [InlineData(null, "Clinic.Search.Slots`1", "src/Search/Slots.cs")]
    [InlineData(null, "Other.Slots", null)]
    [InlineData("Slots.java", "com.acme.Slots", "java/com/acme/Slots.java")]
    [InlineData("Slots.java", null, null)]
    public void Without_a_path_the_type_tells_the_file(string? path, string? module, string? file) =>
        FileOf(path, module).ShouldBe(file);

    [Fact]
    public void Frames_of_libraries_count_only_when_none_is_ones_own_and_a_line_counts_once()
    {
        Frame Own(string path, int line) => new(path, line, "Do", true);
        var library = new Frame("vendor/gems/money/lib/money.rb", 7, "Do", false);

        Files
            .Of([library, Own("cart.py", 3), Own("cart.py", 3), Own("cart.py", 9), Own("gone.py", 1)])
            .Select(frame => (frame.Path, frame.Line))
            .ShouldBe([("backend/shop/cart.py", 3), ("backend/shop/cart.py", 9)]);
        Files.Of([library, Own("gone.py", 1)]).Single().Path.ShouldBe("vendor/gems/money/lib/money.rb");
    }
}
