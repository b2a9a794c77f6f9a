using DutyGuy.Domain;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests;

public class PlaybookSentencesTests
{
    [Fact]
    public void Each_rule_is_told_as_a_sentence() =>
        Shipped
            .Engineering.Rules.Select(PlaybookSentences.Of)
            .ShouldBe([
                "While main is failing: checklist troubleshoot-ci. Nothing else counts until this is done.",
                "For each open error in staging: if it is younger than 2 days, find owner, poke, assign; otherwise investigate, file ticket.",
                "For each open error in production, if it has no owner: find owner, poke, assign.",
                "Once a day: checklist performance.",
                "Once a day, if it is 16:00 or later: checklist rollout.",
                "Whenever the duty ends, also early: write log entry.",
            ]);

    [Fact]
    public void A_changed_rule_is_told_with_its_old_and_new_sentence() =>
        Changes("time >= 16:00", "time >= 15:00")
            .ShouldBe([
                "Changed rule “rollout”: Once a day, if it is 16:00 or later: checklist rollout. → Once a day, if it is 15:00 or later: checklist rollout.",
            ]);

    [Fact]
    public void An_added_rule_is_told() =>
        Changes("## When the duty", "## Tidy {#tidy}\n- once: a day\n- do: checklist performance\n\n## When the duty")
            .ShouldBe(["Added rule “tidy”: Once a day: checklist performance."]);

    [Fact]
    public void A_removed_rule_is_told()
    {
        var older = Shipped.Changed("## When the duty", "## Tidy {#tidy}\n- do: checklist rollout\n## When the duty");
        PlaybookDifference
            .Between(older.Playbook!, Shipped.Engineering)
            .ShouldHaveSingleItem()
            .ToString()
            .ShouldBe("Removed rule “tidy”: All the turn: checklist rollout.");
    }

    [Fact]
    public void Wording_needs_no_decision()
    {
        var reworded = Shipped.Changed("Nobody can build on a broken main", "A broken main stops all").Playbook!;
        var change = PlaybookDifference.Between(Shipped.Engineering, reworded).ShouldHaveSingleItem();
        change.Meaning.ShouldBeFalse();
        change.What.ShouldBe("the why of rule “green”");
    }

    [Fact]
    public void Spacing_and_parentheses_are_no_change() =>
        Changes("age < 2 days", "( age  <  48 hours )").ShouldBeEmpty();

    [Fact]
    public void Rules_that_change_places_are_told()
    {
        var rules = Shipped.WithRules("## A {#a}\n- do: checklist rollout\n## B {#b}\n- do: checklist rollout\n");
        var turned = rules with { Rules = [rules.Rules[1], rules.Rules[0]] };
        PlaybookDifference
            .Between(rules, turned)
            .ShouldHaveSingleItem()
            .ToString()
            .ShouldBe("Changed the order of the rules: a, b → b, a");
    }

    [Fact]
    public void A_changed_step_is_told()
    {
        var newer = Shipped.Changed("`wait: 15 minutes`", "`wait: 1 hour`", "checklists/rollout.md").Playbook!;
        var change = PlaybookDifference.Between(Shipped.Engineering, newer).ShouldHaveSingleItem();
        change.Meaning.ShouldBeTrue();
        change.After.ShouldBe(
            "Errors and response times stay flat for 15 minutes (ticks itself when rollout health; takes 1 hour)"
        );
    }

    private static IEnumerable<string> Changes(string before, string after) =>
        PlaybookDifference
            .Between(Shipped.Engineering, Shipped.Changed(before, after).Playbook!)
            .Select(change => change.ToString());
}
