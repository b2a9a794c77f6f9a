using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Rollouts;

/// <summary>C8 A gate that cannot tell: passed with "I looked myself"; only one that says no asks for a reason.</summary>
public class LookedAtTests
{
    /// <summary>No results of CI at all: whether main is green at the commit cannot be told.</summary>
    static DutyFacts Unseen()
    {
        MainCommit[] line = [Known.Commit("3333333", 3), Known.Commit("2222222", 2)];
        var facts = Known.Duty(Known.At(16, 30), Unasked).On(line);
        facts = facts with
        {
            Main = new([], MainState.NotConnected with { Colour = MainColour.Unknown }),
            Ship = ShipState.Of(facts.Shipping, [], facts.Now),
        };
        return facts;
    }

    /// <summary>The shipped playbook without its question before the button.</summary>
    static readonly Playbook Unasked = Shipped.Engineering with
    {
        Checklists = Shipped.Engineering.Checklists.ToDictionary(
            c => c.Key,
            c => c.Value with { Steps = [.. c.Value.Steps.Where(s => s.Id != "special")] }
        ),
    };

    static RolloutStarted Press(DutyFacts facts, params string[] looked) =>
        RolloutStart.Press(facts, new("ann", "3333333", null, RolloutKind.Daily) { Looked = looked });

    [Fact]
    public void Gates_that_cannot_tell_pass_by_looking_without_reason_or_message_and_it_is_kept()
    {
        var facts = Unseen();
        Gates
            .Of(facts)
            .Where(g => g.State == Tri.CannotTell)
            .Select(g => g.Step ?? g.Name)
            .ShouldBe(["Main is green", "green"]);
        Press(facts).ShouldBeOfType<RolloutStarted.Shut>();
        Press(facts, "green").ShouldBeOfType<RolloutStarted.Shut>("each one is looked at");
        var begun = Press(facts, "green", "Main is green").ShouldBeOfType<RolloutStarted.Begins>();
        begun.Rollout.OverrideReason.ShouldBeNull();
        begun.Rollout.Looked.ShouldBe(["Main is green", "Main is green at the commit we ship"]);
        begun.Decision.Facts.ShouldHaveSingleItem().Text.ShouldContain("looked at: Main is green; Main is green at");
        begun.Decision.Messages.ShouldAllBe(m => m.Kind == OutboxKind.Announce);
    }

    [Fact]
    public void Looking_passes_no_gate_that_says_no_and_none_that_is_not_there()
    {
        var early = Unseen() with { Now = Known.At(15) };
        Press(early, "green", "Main is green", "It is 16:00 or later")
            .ShouldBeOfType<RolloutStarted.Refused>()
            .Why.Detail.ShouldContain("says no");
        Press(Unseen(), "green", "Main is green", "nonsense")
            .ShouldBeOfType<RolloutStarted.Refused>()
            .Why.Kind.ShouldBe(RefusalKind.Conflict);
        Press(early, "green", "Main is green")
            .ShouldBeOfType<RolloutStarted.Shut>("the time says no, and wants a reason");
    }

    [Fact]
    public void A_step_whose_check_cannot_tell_is_ticked_with_the_same_words_and_opens_its_gate()
    {
        var facts = Unseen();
        var run = new ChecklistRun
        {
            Id = 1,
            Duty = "engineering",
            Rule = "rollout",
            Checklist = "rollout",
            Version = 1,
            OpenedAt = Known.At(16),
        };
        var step = Gates.RolloutChecklist(facts.Playbook)!.Steps.First(s => s.Id == "green");
        var after = StepPress.On(facts with { Runs = [run] }, run, step, StepVerb.Done, "ann", null, null).Value!;
        (after.Step("green").State, after.Step("green").Answer).ShouldBe((StepState.Done, "I looked myself."));
        Gates.Of(facts with { Runs = [after] }).Single(g => g.Step == "green").State.ShouldBe(Tri.Yes);
    }

    [Fact]
    public void What_is_passed_with_a_reason_is_told_once_a_week_and_not_at_once()
    {
        var facts = Unseen() with { Now = Known.At(15) };
        var begun = RolloutStart.Press(facts, new("ann", "3333333", "A fair", RolloutKind.Daily));
        var decision = begun.ShouldBeOfType<RolloutStarted.Begins>().Decision;
        decision.Facts.ShouldContain(f => f.Kind == FactKind.GateOverridden);
        decision.Messages.ShouldAllBe(m => m.Kind == OutboxKind.Announce);
    }
}
