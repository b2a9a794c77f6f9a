using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Triage;

public class ErrorLifeTests
{
    static readonly TrackedError Mended = ErrorLife.Resolve(
        new()
        {
            Id = 1,
            Project = 1,
            Environment = "production",
            Title = "Timeout",
            CreatedAt = Known.At(8),
            FirstSeen = Known.At(8),
            LastSeen = Known.At(8),
        },
        "v2",
        Known.At(12)
    );

    [Theory]
    [InlineData("v2", "v2", true)]
    [InlineData("v3", "v2", true)]
    [InlineData("v1", "v2", false)]
    [InlineData("elsewhere", "v2", true)]
    [InlineData("v1", null, true)]
    [InlineData(null, "v2", true)]
    public void A_resolved_error_lives_again_with_a_release_that_is_not_older(
        string? seen,
        string? resolved,
        bool lives
    )
    {
        var error = Mended with { ResolvedInRelease = resolved };
        ErrorLife.Regresses(error, seen, Known.At(13), ["v1", "v2", "v3"]).ShouldBe(lives);
        var ignored = error with { Status = ErrorStatus.Ignored };
        ErrorLife.Regresses(ignored, seen, Known.At(13), ["v1", "v2", "v3"]).ShouldBeFalse();
    }

    [Fact]
    public void A_release_that_was_rolled_back_to_is_as_old_as_it_was() =>
        ErrorLife.Regresses(Mended, "v1", Known.At(13), ["v1", "v2", "v1"]).ShouldBeFalse();

    [Theory]
    [InlineData("v2", 11, false)]
    [InlineData("v3", 11, false)]
    [InlineData(null, 11, false)]
    [InlineData(null, 12, true)]
    [InlineData("v2", 13, true)]
    public void What_happened_before_it_was_resolved_opens_nothing(string? release, int hour, bool lives) =>
        ErrorLife.Regresses(Mended, release, Known.At(hour), ["v1", "v2", "v3"]).ShouldBe(lives);
}
