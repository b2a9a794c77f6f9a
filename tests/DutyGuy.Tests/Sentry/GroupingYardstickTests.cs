using DutyGuy.Adapters.Sentry;
using DutyGuy.Domain;

namespace DutyGuy.Tests.Sentry;

public class GroupingYardstickTests(GroupedYardstick yardstick) : IClassFixture<GroupedYardstick>
{
    public static IEnumerable<TheoryDataRow<string, string, string>> LookAlikes() =>
        GroupedYardstick.LookAlikes().Select(p => new TheoryDataRow<string, string, string>(p.Kind, p.A, p.B));

    static readonly HashSet<(string, string)> Hard =
    [
        .. GroupedYardstick.LookAlikes(hard: true).SelectMany(p => new[] { (p.A, p.B), (p.B, p.A) }),
    ];

    [Theory]
    [MemberData(nameof(LookAlikes))]
    public void Look_alikes_stay_two(string kind, string one, string other) =>
        yardstick.GroupsOf[one].Intersect(yardstick.GroupsOf[other]).ShouldBeEmpty(kind);

    [Fact]
    public void No_group_holds_two_causes() =>
        yardstick
            .GroupsOf.SelectMany(c => c.Distinct().Select(group => (Group: group, Cause: c.Key)))
            .GroupBy(c => c.Group, c => c.Cause)
            .Where(g => g.Count() > 1)
            .Select(g => g.ToList())
            .Where(g => !(g is [var a, var b] && Hard.Contains((a, b))))
            .Select(g => string.Join(" and ", g))
            .ShouldBeEmpty();

    [Fact]
    public void Nineteen_of_twenty_causes_are_one_error()
    {
        var split = yardstick.GroupsOf.Where(c => c.Distinct().Count() > 1).Select(c => c.Key).ToList();
        split.Count.ShouldBeLessThanOrEqualTo(yardstick.GroupsOf.Count / 20, string.Join(", ", split));
    }

    [Fact]
    public void A_kept_event_is_found_by_the_same_keys()
    {
        foreach (var error in GroupedYardstick.Read())
        {
            var kept = KeptEvent.Read(error.Json).ShouldNotBeNull();
            ErrorCause.Of(kept).Keys.All.ShouldBe(error.Cause.Keys.All, kept.EventId);
        }
    }
}
