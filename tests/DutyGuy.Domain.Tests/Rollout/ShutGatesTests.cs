using DutyGuy.Domain;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Rollouts;

/// <summary>What is not known to be good shuts the gate, as what is bad does.</summary>
public class ShutGatesTests
{
    [Theory]
    [InlineData(RolloutKind.Daily)]
    [InlineData(RolloutKind.HotFix)]
    public void Main_that_cannot_be_seen_shuts_the_gate_as_red_main_does(RolloutKind kind)
    {
        var ready = ReadyToShip.At(16, 30);
        Main(ready.With(MainColour.Failing)).ShouldBe(Tri.No);
        Main(ready.With(MainColour.Unknown)).ShouldBe(Tri.CannotTell);
        Gates.AreOpen(Gates.Of(ready, kind)).ShouldBeTrue();
        Gates.AreOpen(Gates.Of(ready.With(MainColour.Unknown), kind)).ShouldBeFalse();

        Tri Main(DutyFacts facts) => Gates.Of(facts, kind).Single(g => g.Name == "Main is green").State;
    }

    [Theory]
    [InlineData(MainColour.Failing)]
    [InlineData(MainColour.Unknown)]
    public void Nothing_begins_on_a_main_that_is_red_or_unseen_without_a_word_about_it(MainColour colour)
    {
        var facts = ReadyToShip.At(16, 30).With(colour);
        var press = new RolloutPress("ann", ReadyToShip.Newest.Sha, null, RolloutKind.Daily);
        RolloutStart.Press(facts, press).ShouldBeOfType<RolloutStarted.Shut>();
        RolloutStart.Press(facts, press with { OverrideReason = " " }).ShouldBeOfType<RolloutStarted.Shut>();
        RolloutStart
            .Press(facts, press with { OverrideReason = "CI is down, I ran the tests" })
            .ShouldBeOfType<RolloutStarted.Begins>();
    }
}
