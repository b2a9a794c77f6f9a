using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Checklists;

/// <summary>The daily check ticks itself when everything is judged, and never for want of data.</summary>
public class PerformanceStepsTests
{
    static readonly Checklist List = Shipped.Engineering.Checklists["performance"];

    static DutyFacts Facts(RolloutComparison? comparison, params Judgement[] judged) =>
        Known.Duty() with
        {
            PerformanceConnected = true,
            Comparison = comparison,
            Judgements = judged,
        };

    static ChecklistRun Run =>
        new()
        {
            Id = 1,
            Duty = "engineering",
            Rule = "performance",
            Checklist = "performance",
            Version = 1,
            OpenedAt = Known.At(9),
        };

    static string Steps(DutyFacts facts)
    {
        var run = Domain.Checklists.Tick(facts, Run, List);
        return string.Join(", ", List.Steps.Select(s => run.Step(s.Id).State))
            + (run.ClosedAt is null ? "" : ", closed");
    }

    [Fact]
    public void Nothing_is_ticked_before_it_was_compared() => Steps(Facts(null)).ShouldBe("Open, Open, Open");

    [Fact]
    public void What_nobody_judged_yet_leaves_question_and_owners_open()
    {
        var facts = Facts(
            Comparisons.Of(Compared.SomeSlower, "/a", "/b"),
            Comparisons.Judged("/a", JudgementWord.Noise)
        );
        Steps(facts).ShouldBe("Done, Open, Open");
        DutyLoop
            .Holds(new Condition.Known(KnownFact.EveryRealRegressionAssigned), SituationOf.Duty(facts))
            .ShouldBe(Tri.CannotTell);
        StepPress
            .On(facts, Run, List.Steps[2], StepVerb.Done, "ann", null, null)
            .Refusal!.Detail.ShouldBe("Not judged yet: /b. Say real, noise or unsure for each.");
    }

    [Fact]
    public void When_every_line_is_judged_it_ticks_itself_and_waits_only_for_owners()
    {
        var comparison = Comparisons.Of(Compared.SomeSlower, "/a", "/b");
        var (noise, real) = (
            Comparisons.Judged("/a", JudgementWord.Noise),
            Comparisons.Judged("/b", JudgementWord.Real)
        );
        Steps(Facts(comparison, noise, real)).ShouldBe("Done, Done, Open");
        Steps(Facts(comparison, noise, real with { Owner = "lea" })).ShouldBe("Done, Done, Done, closed");
        var run = Domain.Checklists.Tick(Facts(comparison, noise, real), Run, List);
        run.Step("real").Answer.ShouldBe("All are judged: 1 real, 1 noise.");
        run.Step("real").ByItself.ShouldBe("compare endpoints across last rollout");
    }

    [Theory]
    [InlineData(Compared.NoneSlower, "Done, Done, Done, closed", "Nothing to judge.")]
    [InlineData(Compared.NothingNew, "Done, Done, Done, closed", "Nothing to compare.")]
    [InlineData(Compared.TooLittleData, "Done, Done, Open", "Cannot tell: too little data around the last rollout.")]
    [InlineData(Compared.AllSlower, "Done, Open, Open", null)]
    public void Only_a_comparison_that_found_nothing_needs_no_person(Compared found, string steps, string? answer)
    {
        var facts = Facts(Comparisons.Of(found));
        Steps(facts).ShouldBe(steps);
        Domain.Checklists.Tick(facts, Run, List).Step("real").Answer.ShouldBe(answer);
    }
}
