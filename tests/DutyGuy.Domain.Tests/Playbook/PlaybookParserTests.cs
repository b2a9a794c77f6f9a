using CsCheck;
using DutyGuy.Domain;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests;

public class PlaybookParserTests
{
    [Fact]
    public void The_engineering_playbook_is_read_with_all_its_parts()
    {
        var playbook = Shipped.Engineering;
        playbook.Id.ShouldBe("engineering");
        playbook.Name.ShouldBe("Engineering");
        playbook.Zone.Id.ShouldBe("Europe/Paris");
        playbook.Hours.ShouldBe(new TurnHours(new(9, 0), new(18, 0)));
        playbook.WorkingDays.ShouldBeTrue();
        playbook.Aim.ShouldBe(25);
        playbook
            .Rules.Select(rule => (rule.Id, rule.Kind))
            .ShouldBe([
                ("green", RuleKind.While),
                ("staging", RuleKind.ForEach),
                ("production", RuleKind.ForEach),
                ("performance", RuleKind.Once),
                ("rollout", RuleKind.Once),
                ("log", RuleKind.Always),
            ]);
        playbook.Checklists.Keys.ShouldBe(["performance", "rollout", "troubleshoot-ci"], ignoreOrder: true);
    }

    [Fact]
    public void A_step_is_read_with_all_its_clauses()
    {
        var rollout = Shipped.Engineering.Checklists["rollout"];
        rollout.Style.ShouldBe(ChecklistStyle.ReadDo);
        rollout.Aim.ShouldBe(Duration.FromMinutes(20));
        var button = rollout.Steps.Single(step => step.Id == "button");
        button.Run.ShouldBe(new PlaybookAction(ActionKind.DeployProduction));
        button.Confirm.ShouldBeTrue();
        button.Text.ShouldBe("Push the button");
        var watch = rollout.Steps.Single(step => step.Id == "watch");
        watch.Check.ShouldBe(new Condition.Known(KnownFact.RolloutHealth));
        watch.Wait.ShouldBe(Duration.FromMinutes(15));
        rollout.Steps.Single(step => step.Id == "odd").Ask.ShouldBe(AskKind.TextToLog);
        Shipped
            .Engineering.Checklists["troubleshoot-ci"]
            .Steps[0]
            .Then.Select(action => action.Words)
            .ShouldBe(["rerun", "done"]);
    }

    [Theory]
    [InlineData("engineering")]
    [InlineData("devops")]
    public void Every_rule_and_step_of_a_shipped_playbook_has_a_why(string name)
    {
        var playbook = Shipped.Sound(Shipped.Files(name));
        playbook.Rules.ShouldAllBe(rule => rule.Why.Length > 0);
        playbook.Checklists.Values.SelectMany(list => list.Steps).ShouldAllBe(step => step.Why.Length > 0);
    }

    [Fact]
    public void The_hash_is_of_the_text_and_not_of_its_line_ends()
    {
        var files = Shipped.Files("engineering");
        var windows = files.ToDictionary(
            file => file.Key,
            file => file.Value.ReplaceLineEndings(" \r\n"),
            StringComparer.Ordinal
        );
        Shipped.Sound(windows).Hash.ShouldBe(Shipped.Engineering.Hash);
        Shipped.Changed("stay focused", "keep focused").Playbook!.Hash.ShouldNotBe(Shipped.Engineering.Hash);
        Shipped.Engineering.Hash.Length.ShouldBe(64);
    }

    [Fact]
    public void Other_files_of_the_folder_are_passed_over()
    {
        var files = Shipped.Files("engineering");
        files["README.md"] = "- anything";
        Shipped.Sound(files).Hash.ShouldBe(Shipped.Engineering.Hash);
    }

    [Fact]
    public void No_text_makes_the_parser_throw()
    {
        var words = Shipped.Files("engineering").Values.SelectMany(text => text.Split(' ')).Distinct().ToArray();
        Gen.OneOf(Pick.Of(words), Gen.String, Pick.Of("(", "not", "\n", "- ", "`", "{#", "## "))
            .Array[0, 80]
            .Sample(
                parts =>
                {
                    var text = string.Join(' ', parts);
                    var reading = PlaybookParser.Parse(
                        new Dictionary<string, string>(StringComparer.Ordinal)
                        {
                            ["duty.md"] = "# Duty: X {#x}\n" + text,
                            ["checklists/x.md"] = "# X {#x}\n" + text,
                        }
                    );
                    return reading.Playbook is null == reading.Problems.Count > 0;
                },
                iter: 2_000
            );
    }
}
