using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Triage;

public class GroupingWordsTests
{
    private static readonly Frame Fault = new("/app/shop/slots.js", 9, "firstFree", true);

    private static string Of(FaultRule rule, Frame? fault, string place, string function, params Frame[] above) =>
        GroupingWords.Of(
            new(
                new("", [], [], []),
                rule,
                "TypeError",
                new("TypeError", "it broke", fault is null ? above : [.. above, fault]),
                fault,
                place,
                function,
                ""
            )
        );

    [Fact]
    public void The_innermost_line() =>
        Of(FaultRule.Innermost, Fault, "slots", "firstFree")
            .ShouldBe("All were raised in firstFree, slots.js:9: the innermost line of our own code.");

    [Fact]
    public void Who_handed_over_what_was_refused() =>
        Of(
                FaultRule.Caller,
                new("/app/cart.js", 38, "sumLine", true),
                "cart",
                "sumLine",
                new Frame("/app/format.js", 4, "amount", true)
            )
            .ShouldBe(
                "amount, format.js:4, refused what it was given, so the one that called it counts: sumLine, cart.js:38."
            );

    [Fact]
    public void Who_asked_for_the_address() =>
        Of(
                FaultRule.Asker,
                new("/app/cart.js", 31, "save", true),
                "cart",
                "save",
                new("node:http", 1, "fetch", false),
                new("/app/api.js", 12, "get", true)
            )
            .ShouldBe("A call through get, api.js:12, failed; the one that asked for it counts: save, cart.js:31.");

    [Fact]
    public void A_function_that_calls_itself() =>
        Of(FaultRule.Recursion, new("/app/tree.js", 12, "walk", true), "tree", "walk")
            .ShouldBe("walk calls itself without end: tree.js:12.");

    [Fact]
    public void Words_alone_a_library_and_the_application_itself()
    {
        Of(FaultRule.Words, null, "", "").ShouldContain("the words alone count");
        Of(FaultRule.Library, null, "protocol", "read").ShouldContain("all broke in read of a library");
        Of(FaultRule.Told, null, "", "").ShouldBe("The application itself says that they belong together.");
    }

    [Theory]
    [InlineData("Cart", "Sum", "Sum")]
    [InlineData("Cart", "Sum>lambda2", "a lambda in Sum")]
    [InlineData("Cart", "Split>Half", "Half in Split")]
    [InlineData("Cart", ".ctor", "the constructor of Cart")]
    [InlineData("cart", "", "a function without a name")]
    [InlineData("cart", "sha256", "sha256")]
    public void A_function_is_called_as_people_call_it(string place, string function, string words) =>
        GroupingWords.Function(place, function).ShouldBe(words);
}
