using System.Collections.Frozen;
using DutyGuy.Domain;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests;

public class ConditionTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 7, 15, 14, 0);

    private static readonly Situation At = new()
    {
        Now = Now,
        Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"],
        Main = MainColour.Passing,
        Errors =
        [
            new("a", "staging", ErrorStatus.Open, Now - Duration.FromDays(1), null, Users: 12, Events: 40),
            new("b", "staging", ErrorStatus.Open, Now - Duration.FromDays(3), "ann", NewSinceLastRollout: true),
            new("c", "staging", ErrorStatus.Resolved, Now, null, Users: 99),
        ],
        DoneToday = FrozenSet.Create(StringComparer.Ordinal, "rollout"),
        RequestsPerMinute = new Dictionary<string, double?>(StringComparer.Ordinal)
        {
            ["production"] = 40.5,
            ["staging"] = null,
        },
        CiPassingAtCandidate = Tri.Yes,
        RolloutHealth = Tri.No,
    };

    private static Tri Holds(string condition) =>
        DutyLoop.Holds(
            Shipped.WithRules($"## X {{#x}}\n- if: {condition}\n- do: checklist rollout\n").Rules[0].If!,
            At
        );

    [Theory]
    [InlineData("ci main is passing", Tri.Yes)]
    [InlineData("ci main is failing or ci main is running", Tri.No)]
    [InlineData("time >= 16:00", Tri.Yes)]
    [InlineData("time > 16:00", Tri.No)]
    [InlineData("time = 16:00", Tri.Yes)]
    [InlineData("time < 16:01 and time <= 16:00", Tri.Yes)]
    [InlineData("day is working day", Tri.Yes)]
    [InlineData("rollout done today", Tri.Yes)]
    [InlineData("open error in staging", Tri.Yes)]
    [InlineData("not open error in production", Tri.Yes)]
    [InlineData("requests in production < 41", Tri.Yes)]
    [InlineData("requests in production < 40", Tri.No)]
    [InlineData("requests in staging < 40", Tri.CannotTell)]
    [InlineData("count of (open error in staging) = 2", Tri.Yes)]
    [InlineData("count of (open error in staging where age < 25 hours and unassigned) = 1", Tri.Yes)]
    [InlineData("count of (open error in staging where (users > 10 or new since the last rollout)) = 2", Tri.Yes)]
    [InlineData("count of (open error in staging where events >= 41) = 0", Tri.Yes)]
    [InlineData("count of (open error in staging where failing tests are known flaky) = 3", Tri.No)]
    [InlineData("count of (open error in staging where failing tests are known flaky) = 2", Tri.CannotTell)]
    [InlineData("ci is passing at the commit we ship", Tri.Yes)]
    [InlineData("failing tests are known flaky", Tri.CannotTell)]
    [InlineData("not failing tests are known flaky", Tri.CannotTell)]
    [InlineData("rollout health", Tri.No)]
    [InlineData("every real regression is assigned", Tri.CannotTell)]
    [InlineData("rollout health and failing tests are known flaky", Tri.No)]
    [InlineData("ci main is passing or failing tests are known flaky", Tri.Yes)]
    // not before and before or
    [InlineData("ci main is passing or ci main is passing and rollout health", Tri.Yes)]
    [InlineData("(ci main is passing or ci main is passing) and rollout health", Tri.No)]
    [InlineData("not rollout health or ci main is passing", Tri.Yes)]
    [InlineData("not (rollout health or ci main is passing)", Tri.No)]
    public void A_condition_is_worth(string condition, Tri expected) => Holds(condition).ShouldBe(expected);

    [Fact]
    public void A_fact_of_an_error_without_an_error_cannot_be_told() =>
        DutyLoop.Holds(new Condition.Unassigned(), At).ShouldBe(Tri.CannotTell);

    [Fact]
    public void A_check_of_an_unconnected_source_is_not_watched()
    {
        var gate = new Condition.Count(new("demo"), Comparison.Equal, 0);
        DutyLoop.IsWatched(gate, At).ShouldBeTrue();
        var apart = At with { UnconnectedEnvironments = FrozenSet.Create(StringComparer.Ordinal, "demo") };
        DutyLoop.IsWatched(new Condition.Not(gate), apart).ShouldBeFalse();
        DutyLoop.Holds(gate, apart).ShouldBe(Tri.CannotTell);
    }
}
