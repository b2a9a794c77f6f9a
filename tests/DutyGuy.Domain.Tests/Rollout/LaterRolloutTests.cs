using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Rollouts;

/// <summary>Only what production serves goes back: behind a later rollout the way back leads somewhere else.</summary>
public class LaterRolloutTests
{
    static readonly Rollout Earlier = ReadyToShip.Rollout(1, '2', Known.At(16), RolloutStatus.Watching) with
    {
        WatchUntil = Known.At(16, 45),
    };
    static readonly Rollout Later = ReadyToShip.Rollout(2, '3', Known.At(16, 10), RolloutStatus.Watching) with
    {
        WatchUntil = Known.At(16, 45),
    };

    static Outcome<Decision> Back(Rollout rollout, params Rollout[] all) =>
        RolloutLife.RollBack(ReadyToShip.At(16, 30) with { Rollouts = all }, rollout, "ann", null);

    [Theory]
    [InlineData(RolloutStatus.Watching)]
    [InlineData(RolloutStatus.Done)]
    [InlineData(RolloutStatus.Unknown)]
    public void While_a_later_rollout_serves_only_that_one_goes_back(RolloutStatus status)
    {
        var earlier = Earlier with { Status = status };
        var refusal = Back(earlier, earlier, Later).Refusal.ShouldNotBeNull();
        refusal.Kind.ShouldBe(RefusalKind.Conflict);
        refusal.Detail.ShouldBe("A later rollout serves production. Roll that one back.");
        Back(earlier, earlier, Later with { StartedBy = null }).Refusal.ShouldNotBeNull("also one made elsewhere");
        Back(Later, earlier, Later)
            .Value!.Rows.OfType<Rollout>()
            .ShouldHaveSingleItem()
            .Status.ShouldBe(RolloutStatus.RollingBack);
    }

    [Fact]
    public void A_later_one_that_never_served_is_no_hindrance()
    {
        var failed = Later with { Status = RolloutStatus.Failed, SwitchedAt = null };
        Back(Earlier, Earlier, failed).Value.ShouldNotBeNull();
        Back(Earlier, Earlier).Value.ShouldNotBeNull();
    }
}
