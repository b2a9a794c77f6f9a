using DutyGuy.Adapters.Programs;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Adapters;

public class PlaceholdersTests
{
    private static readonly PlaceholderValues Values = new("0123abcd", "fedcba9876", "clinic@1.4.0+7", "42");

    [Fact]
    public void Values_stay_within_their_argument() =>
        Placeholders
            .Fill(["./deploy.sh", "{commit}", "--from={previous}", "{release}-{rollout}"], Values)
            .ShouldBe(["./deploy.sh", "0123abcd", "--from=fedcba9876", "clinic@1.4.0+7-42"]);

    [Theory]
    [InlineData("-rf")]
    [InlineData("../../etc")]
    [InlineData("1..2")]
    [InlineData("a b")]
    [InlineData("a;b")]
    [InlineData("$(id)")]
    [InlineData("1.0\n")]
    [InlineData("{commit}")]
    [InlineData("")]
    public void A_release_with_other_characters_is_refused(string release) =>
        Should.Throw<ArgumentException>(() => Placeholders.Fill(["{release}"], Values with { Release = release }));

    [Theory]
    [InlineData("main")]
    [InlineData("abc")]
    [InlineData("-0123abcd")]
    [InlineData("0123abcd\n")]
    public void A_commit_is_a_hash(string commit) =>
        Should.Throw<ArgumentException>(() => Placeholders.Fill(["{commit}"], Values with { Commit = commit }));

    [Fact]
    public void A_value_that_is_not_known_yet_is_said() =>
        Should
            .Throw<ArgumentException>(() => Placeholders.Fill(["{previous}"], new PlaceholderValues("0123abcd")))
            .Message.ShouldStartWith("There is no value for {previous} yet.");
}
