using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Rollouts;

/// <summary>C8 One-way, S98, and what a rollout changes where it is not known what ran.</summary>
public class OneWayTests
{
    static readonly MainCommit[] Line =
    [
        Known.Commit("3333333", 3),
        Known.Commit("2222222", 2) with
        {
            OneWay = "drops the column seats",
        },
        Known.Commit("1111111", 1) with
        {
            OneWay = "long out",
        },
    ];

    static DutyFacts Ready(params Rollout[] rollouts)
    {
        CiResult[] green = [.. Line.Select(c => Known.Ci(c.Sha, CiStatus.Passing))];
        var facts = Known.Duty(Known.At(16, 30)).On(Line).With(green) with { Rollouts = rollouts };
        return facts with { Ship = ShipState.Of(facts.Shipping, rollouts, facts.Now) };
    }

    static Rollout Out(string to, string? from) =>
        Known.Rollout(Known.At(9)) with
        {
            To = to,
            From = from,
            Release = to,
            Kind = RolloutKind.HotFix,
            Status = RolloutStatus.Done,
            SwitchedAt = Known.At(9),
            EndedAt = Known.At(9, 15),
        };

    static Rollout Begun(DutyFacts facts, string? said = null) =>
        RolloutStart
            .Press(facts, new("ann", "3333333", "It must", RolloutKind.Daily) { NoWayBack = said })
            .ShouldBeOfType<RolloutStarted.Begins>()
            .Rollout;

    [Fact]
    public void A_marked_change_is_told_before_the_press_and_afterwards_there_is_no_way_back()
    {
        var facts = Ready(Out("1111111", null));
        OneWayChange.Of(facts.Ship).ShouldBe([new("2222222", "drops the column seats")]);
        var rollout = Begun(facts);
        rollout.NoWayBack.ShouldBe("2222222: drops the column seats");
        var watching = rollout with { Id = 7, Status = RolloutStatus.Watching, SwitchedAt = Known.At(16, 31) };
        var refused = RolloutLife.RollBack(facts with { Rollouts = [watching] }, watching, "ann", null).Refusal!;
        refused.Kind.ShouldBe(RefusalKind.Conflict);
        refused.Detail.ShouldStartWith(
            "There is no way back behind 3333333 (2222222: drops the column seats). Ship a fix"
        );
        OneWayChange.Advice(watching, WatchAdvice.RollBack).ShouldBe(WatchAdvice.FixForward);
        OneWayChange.Advice(watching, WatchAdvice.Look).ShouldBe(WatchAdvice.Look);
        OneWayChange.Advice(watching with { NoWayBack = null }, WatchAdvice.RollBack).ShouldBe(WatchAdvice.RollBack);
    }

    [Fact]
    public void What_is_ticked_beside_it_counts_as_well_and_without_either_there_is_a_way_back()
    {
        var facts = Ready(Out("2222222", "1111111"));
        Begun(facts).NoWayBack.ShouldBeNull();
        Begun(facts, "The mail went out").NoWayBack.ShouldBe("The mail went out");
        Begun(Ready(Out("1111111", null)), "And a mail")
            .NoWayBack.ShouldBe("2222222: drops the column seats; And a mail");
    }

    [Fact]
    public void A_question_answered_yes_asks_for_the_tick()
    {
        var facts = Ready(Out("2222222", "1111111"));
        var run = new ChecklistRun
        {
            Id = 1,
            Duty = "engineering",
            Rule = "rollout",
            Checklist = "rollout",
            Version = 1,
            OpenedAt = Known.At(15),
        };
        OneWayChange.AnsweredYes(facts with { Runs = [run] }).ShouldBeNull();
        foreach (var answer in new[] { "yes", "no" })
        {
            var answered = run.With(
                new()
                {
                    Id = "special",
                    State = StepState.Done,
                    Answer = answer,
                }
            );
            OneWayChange.AnsweredYes(facts with { Runs = [answered] })?.Id.ShouldBe(answer == "yes" ? "special" : null);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2026.11.20")]
    public void Where_it_is_not_known_what_ran_the_changes_are_not_known(string? runs)
    {
        var facts = runs is null ? Ready() : Ready(Out(runs, null));
        facts.Ship.Count.ShouldBe("changes not known");
        Gates.Of(facts).Single(g => g.Name == "There is something to ship").Why.ShouldBe("3333333, changes not known");
        RolloutStart
            .Notice(facts, "ann")
            .Messages[0]
            .Text.ShouldBe("Ann rolls out 3333333: changes not known. Ann watches.");
    }

    [Fact]
    public void Where_it_is_known_each_place_says_the_same()
    {
        var facts = Ready(Out("1111111", null));
        facts.Ship.Count.ShouldBe("2 changes");
        RolloutChanges.Between(Line, "1111111", Line[0])!.Select(c => c.Sha).ShouldBe(["3333333", "2222222"]);
        RolloutChanges.Between(Line, "1111111", Line[0] with { Repository = "other" }).ShouldBeNull();
        RolloutChanges.Said(RolloutChanges.Between(Line, "2222222", Line[0])).ShouldBe("1 change");
    }

    [Fact]
    public void To_a_release_that_is_not_known_there_is_no_way_back()
    {
        var first = Out("3333333", null) with { Status = RolloutStatus.Watching };
        RolloutLife.WhyNotBack(first)!.ShouldStartWith("What ran before is not known.");
        RolloutLife.WhyNotBack(first with { From = "2222222" }).ShouldBeNull();
    }
}
