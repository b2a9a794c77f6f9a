using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.People;

public sealed class FirstNamesTests
{
    static readonly Dictionary<string, Person> Team = new[]
    {
        Named("ann", "Ann Lee"),
        Named("ann2", "Ann Moor"),
        Named("jo", "Jo Lang"),
        Named("joanna", "Joanna Lang"),
        Named("tom", "Tom"),
        Named("tom2", "Tom Past") with
        {
            LeftOn = new(2026, 1, 1),
        },
    }.ToDictionary(p => p.Handle, StringComparer.Ordinal);

    [Theory]
    [InlineData("ann", "Ann Lee")]
    [InlineData("ann2", "Ann Moor")]
    [InlineData("jo", "Jo")]
    [InlineData("joanna", "Joanna")]
    [InlineData("tom", "Tom")]
    [InlineData("tom2", "Tom Past")]
    [InlineData("nobody-known", "nobody-known")]
    public void A_first_name_is_enough_where_one_person_has_it(string handle, string called) =>
        FirstNames.Of(Team, handle).ShouldBe(called);

    static Person Named(string handle, string name) => new() { Handle = handle, Name = name };
}
