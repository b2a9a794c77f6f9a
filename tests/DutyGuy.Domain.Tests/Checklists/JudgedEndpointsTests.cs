using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Checklists;

/// <summary>The question "real, or noise?" is answered when somebody said so of each endpoint.</summary>
public class JudgedEndpointsTests
{
    const long Rollout = 5;
    static readonly Checklist Performance = Shipped.Engineering.Checklists["performance"];
    static readonly Step Question = Performance.Steps.Single(s => s.Ask == AskKind.VerdictForEachEndpoint);

    static readonly ChecklistRun Run = new()
    {
        Id = 1,
        Duty = "engineering",
        Rule = "performance",
        Checklist = "performance",
        Version = 1,
        OpenedAt = Known.At(9, 40),
    };

    static EndpointVerdict Slower(string endpoint) =>
        new(endpoint, "p95", 100, 150, 0.5, 0.4, 0.6, true, "regressed", "It got slower.");

    static Judgement Judged(string endpoint, long rollout = Rollout, string metric = "p95") =>
        new()
        {
            RolloutId = rollout,
            Endpoint = endpoint,
            Metric = metric,
            Word = JudgementWord.Noise,
            By = "ann",
            At = Known.At(9, 50),
        };

    static Outcome<ChecklistRun> Answer(params Judgement[] judgements)
    {
        var compared = new RolloutComparison(
            Rollout,
            new(Known.At(8), Known.At(9)),
            new(Known.At(9), Known.At(10)),
            [Slower("GET /slots"), Slower("POST /bookings")],
            20,
            "2 of 20 endpoints got worse."
        );
        var facts = Known.Duty() with { Comparison = compared, Judgements = judgements };
        return StepPress.On(facts, Run, Question, StepVerb.Answer, "ann", "noise", null);
    }

    [Fact]
    public void It_is_refused_while_one_is_not_judged_and_names_it()
    {
        Open().ShouldBe("GET /slots, POST /bookings");
        Open(Judged("GET /slots")).ShouldBe("POST /bookings");
        Open(Judged("GET /slots"), Judged("POST /bookings", rollout: 4)).ShouldBe("POST /bookings", "another rollout");
        Open(Judged("GET /slots"), Judged("POST /bookings", metric: "mean")).ShouldBe("POST /bookings", "another line");

        static string Open(params Judgement[] judgements)
        {
            var refusal = Answer(judgements).Refusal.ShouldNotBeNull();
            refusal.Kind.ShouldBe(RefusalKind.Conflict);
            return refusal.Detail.Replace("Not judged yet: ", "").Split(". Say real")[0];
        }
    }

    [Fact]
    public void With_a_word_for_each_it_is_answered() =>
        Answer(Judged("GET /slots"), Judged("POST /bookings")).Value!.Step(Question.Id).State.ShouldBe(StepState.Done);
}
