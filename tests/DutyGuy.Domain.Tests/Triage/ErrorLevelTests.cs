using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Triage;

public class ErrorLevelTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("error")]
    [InlineData("fatal")]
    [InlineData("Critical")]
    [InlineData("EMERGENCY")]
    [InlineData("alert")]
    [InlineData("err")]
    [InlineData("panic")]
    [InlineData("schwerwiegend")]
    [InlineData("40")]
    [InlineData("50.0")]
    [InlineData(" 45 ")]
    [InlineData("NaN")]
    public void All_that_does_not_say_otherwise_is_an_error(string? level) =>
        ErrorLevel.IsError(level).ShouldBeTrue(level);

    [Theory]
    [InlineData("debug")]
    [InlineData("Info")]
    [InlineData("LOG")]
    [InlineData(" warning\n")]
    [InlineData("WARNING")]
    [InlineData("10")]
    [InlineData("30")]
    [InlineData("39.5")]
    [InlineData("0")]
    [InlineData("-1")]
    public void What_says_that_it_is_none_is_none(string level) => ErrorLevel.IsError(level).ShouldBeFalse(level);
}
