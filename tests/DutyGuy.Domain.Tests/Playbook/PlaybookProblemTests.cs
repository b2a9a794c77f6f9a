using DutyGuy.Domain;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests;

public class PlaybookProblemTests
{
    private const string Rollout = "checklists/rollout.md";

    [Theory]
    [InlineData("- while:", "- whle:", "“whle” is not a word of the playbook. Did you mean “while”?")]
    [InlineData("- while:", "- check:", "“check” cannot stand here.")]
    [InlineData("- while:", "while:", "“while:” needs a hyphen and a space before it.")]
    [InlineData(
        "ci main is failing",
        "ci main is faling",
        "instead of “failing”, “passing”, “running”. Did you mean “failing”?"
    )]
    [InlineData("ci main is failing", "ci main", "Here is missing: “is”.")]
    [InlineData("age < 2 days", "agee < 2 days", "“agee” is not a fact of the playbook. Did you mean “age”?")]
    [InlineData("age < 2 days", "age < 2 dais", "Did you mean “days”?")]
    [InlineData("age < 2 days", "age < 2", "Here is missing: “minutes”")]
    [InlineData("age < 2 days", "age < two days", "Here stands “two” instead of a number.")]
    [InlineData("age < 2 days", "age < 999999 days", "“999999 days” is too long.")]
    [InlineData("age < 2 days", "(age < 2 days", "Here is missing: “)”.")]
    [InlineData("age < 2 days", "age < 2 days unassigned", "“unassigned” does not belong here.")]
    [InlineData("time >= 16:00", "time >= 25:00", "Here stands “25:00” instead of a time such as “16:00”.")]
    [InlineData("time >= 16:00", "age < 2 days", "“age” speaks of an error")]
    [InlineData(
        "find owner, poke, assign",
        "find ownr, poke, assign",
        "“find ownr” is not an action of the playbook. Did you mean “find owner”?"
    )]
    [InlineData("checklist troubleshoot-ci", "poke", "“poke” needs an error: it stands under “for each:” only.")]
    [InlineData(
        "checklist troubleshoot-ci",
        "deploy production",
        "“deploy production” stands in a step under “run:” only."
    )]
    [InlineData("checklist troubleshoot-ci", "write log entry", "“write log entry” stands under “always:” only.")]
    [InlineData(
        "checklist rollout",
        "checklist rolout",
        "“rolout” is not a checklist of this playbook. Did you mean “rollout”?"
    )]
    [InlineData("{#production}", "{#staging}", "The id “staging” stands twice in this playbook.")]
    [InlineData("{#production}", "", "Here is missing: an id. Did you mean “{#nothing-bad-has-been-released}”?")]
    [InlineData("{#production}", "{#Pro duction}", "“Pro duction” is not an id")]
    [InlineData("## Nothing", "### Nothing", "A heading with 3 # cannot stand here.")]
    [InlineData("# Duty: Engineering", "# Engineering", "The heading begins with “Duty: ”.")]
    [InlineData("Europe/Paris", "Europe/Pariss", "“Europe/Pariss” is not a time zone. Did you mean “Europe/Paris”?")]
    [InlineData("- zone: Europe/Paris", "", "Here is missing: “- zone: …”.")]
    [InlineData("09:00 to 18:00", "9 to 18:00", "are not hours such as")]
    [InlineData("09:00 to 18:00", "18:00 to 09:00", "The hours end before they begin.")]
    [InlineData("at least every 25", "at least every few", "is not an aim such as")]
    [InlineData("one engineer a day", "one engineer a week", "“turn” is always followed by “one engineer a day”.")]
    [InlineData("- else:", "- else: if", "Nothing follows “else”.")]
    [InlineData("- if: age < 2 days\n  - do: find owner, poke, assign\n", "", "“else” needs “if” beside it.")]
    [InlineData("- first:", "- if: day is working day\n- once: a day\n- first:", "“while” cannot stand beside “once”.")]
    [InlineData("- once: a day", "- once: a week", "“once” is always followed by “a day”.")]
    [InlineData("- once: a day", "- once: a day\n- once: a day", "“once” stands twice.")]
    [InlineData("- do: checklist troubleshoot-ci", "", "The rule says nothing to do")]
    [InlineData(
        "- do: checklist troubleshoot-ci",
        "  - do: checklist troubleshoot-ci",
        "Only “if:” and “else:” have a “do:” under them."
    )]
    [InlineData(
        "- do: checklist troubleshoot-ci",
        "- do: checklist troubleshoot-ci\n- [ ] x {#x}",
        "A step stands in a checklist only."
    )]
    public void A_wrong_duty_file_is_told_with_its_place(string before, string after, string message) =>
        Shipped.Changed(before, after).ShouldTell("duty.md", message);

    [Theory]
    [InlineData("`check: ci is", "`chek: ci is", "“chek” is not a word of the playbook. Did you mean “check”?")]
    [InlineData("`check: ci is", "`while: ci is", "“while” cannot stand here.")]
    [InlineData("`run: deploy production`", "`run: poke`", "“poke” needs an error")]
    [InlineData("`run: deploy production` `confirm`", "`confirm`", "“confirm” needs “run” beside it.")]
    [InlineData(
        "`ask: yes or no`",
        "`ask: yes or now`",
        "is not a question of the playbook. Did you mean “yes or no”?"
    )]
    [InlineData(
        "`wait: 15 minutes`",
        "`wait: 15 minuts`",
        "is not a length of time such as “15 minutes”. Did you mean “15 minutes”?"
    )]
    [InlineData("`wait: 15 minutes`", "wait: 15 minutes", "clauses stand between backticks.")]
    [InlineData("`ask: text to log`", "`then: done`", "“then” needs “check” beside it.")]
    [InlineData("{#odd}", "{#watch}", "The id “watch” stands twice in this checklist.")]
    [InlineData("{#odd}", "", "Here is missing: an id.")]
    [InlineData("{#rollout}", "{#performance}", "Another checklist has the id “performance” too.")]
    [InlineData("style: read-do", "style: readdo", "“readdo” is not a style. Did you mean “read-do”?")]
    [InlineData("- style: read-do", "", "Here is missing: “- style: read-do”")]
    [InlineData("# Rollout", "Rollout", "The file begins with a heading")]
    [InlineData("- [ ]", "- [x]", "is not a word of the playbook.")]
    public void A_wrong_checklist_is_told_with_its_place(string before, string after, string message) =>
        Shipped.Changed(before, after, Rollout).ShouldTell("rollout.md", message);

    [Fact]
    public void A_problem_names_line_and_column()
    {
        var problem = Shipped.Changed("`check: ci is", "`chek: ci is", Rollout).Problems.ShouldHaveSingleItem();
        (problem.File, problem.Line, problem.Column, problem.Suggestion).ShouldBe((Rollout, 8, 53, "check"));
        problem
            .ToString()
            .ShouldBe("Line 8 of rollout.md: “chek” is not a word of the playbook. Did you mean “check”?");
    }

    [Fact]
    public void Without_duty_md_there_is_no_playbook() =>
        PlaybookParser
            .Parse(new Dictionary<string, string>(StringComparer.Ordinal))
            .ShouldTell("duty.md", "There is no file duty.md.");

    [Fact]
    public void A_deep_condition_is_refused_and_does_not_exhaust_the_stack() =>
        Shipped
            .Changed("age < 2 days", string.Concat(Enumerable.Repeat("not ", 400)) + "unassigned")
            .ShouldTell("duty.md", "A condition has at most 300 words.");

    [Fact]
    public void A_line_of_any_length_is_answered() =>
        Shipped
            .Changed("age < 2 days", new string(' ', 100_000))
            .ShouldTell("duty.md", "A line has at most 2000 letters.");
}

internal static class ReadingAssertions
{
    public static void ShouldTell(this PlaybookReading reading, string file, string message)
    {
        reading.Playbook.ShouldBeNull();
        var all = string.Join('\n', reading.Problems);
        all.ShouldContain(message);
        all.ShouldContain($" of {file}: ");
    }
}
