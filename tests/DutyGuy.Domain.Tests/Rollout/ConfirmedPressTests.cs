using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Rollouts;

/// <summary>A press says what it ships: the release as shown, or at least four digits of its commit.</summary>
public class ConfirmedPressTests
{
    static RolloutStarted Press(DutyFacts facts, string confirm) =>
        RolloutStart.Press(facts, new("ann", confirm, null, RolloutKind.Daily));

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("33")]
    [InlineData("333")]
    [InlineData("3332")]
    [InlineData("2222222")]
    public void Too_few_digits_and_wrong_ones_begin_nothing(string confirm)
    {
        var ready = ReadyToShip.At(16, 30);
        Press(ready, confirm).ShouldBeOfType<RolloutStarted.Refused>();
        foreach (var status in (RolloutStatus[])[RolloutStatus.Deploying, RolloutStatus.Watching])
        {
            var rollout = ReadyToShip.Rollout(7, '3', Known.At(16, 20), status);
            // Of what is under way it is not taken for a second press of the same.
            Press(ready with { Rollouts = [rollout] }, confirm).ShouldNotBeOfType<RolloutStarted.Already>();
        }
    }

    [Theory]
    [InlineData("3333")]
    [InlineData("3333333")]
    [InlineData("3333333333333333333333333333333333333333")]
    public void The_release_and_four_digits_do(string confirm)
    {
        var ready = ReadyToShip.At(16, 30);
        Press(ready, confirm).ShouldBeOfType<RolloutStarted.Begins>().Rollout.To.ShouldBe(ReadyToShip.Newest.Sha);
        var rollout = ReadyToShip.Rollout(7, '3', Known.At(16, 20), RolloutStatus.Deploying);
        Press(ready with { Rollouts = [rollout] }, confirm)
            .ShouldBeOfType<RolloutStarted.Already>()
            .Rollout.Id.ShouldBe(7);
    }
}
