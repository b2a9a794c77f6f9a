using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Triage;

public class FramePathsTests
{
    private static readonly string[] Files =
    [
        "src/Clinic/Slots.cs",
        "src/Search/Slots.cs",
        "web/src/agenda.ts",
        "src/Clinic/Booking.cs",
        "lib/mySlots.cs",
    ];

    [Theory]
    [InlineData("/app/src/Clinic/Slots.cs", "src/Clinic/Slots.cs")]
    [InlineData(@"C:\build\src\Search\Slots.cs", "src/Search/Slots.cs")]
    [InlineData("webpack:///./src/agenda.ts?1f2e", "web/src/agenda.ts")]
    [InlineData("../../Booking.cs", "src/Clinic/Booking.cs")]
    [InlineData("Clinic/Slots.cs", "src/Clinic/Slots.cs")]
    public void A_frame_is_the_file_with_the_longest_common_end(string frame, string file) =>
        FramePaths.Map(frame, Files).ShouldBe(file);

    [Theory]
    [InlineData("/app/Slots.cs")]
    [InlineData("/usr/lib/node/http.js")]
    [InlineData("ots.cs")]
    [InlineData("")]
    [InlineData("///")]
    public void A_frame_that_fits_no_file_or_two_alike_is_no_file(string frame) =>
        FramePaths.Map(frame, Files).ShouldBeNull();
}
