using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Checklists;

public class ChecklistsTests
{
    static readonly Checklist Troubleshoot = Shipped.Engineering.Checklists["troubleshoot-ci"];
    static readonly Checklist Rollout = Shipped.Engineering.Checklists["rollout"];
    static readonly DutyFacts Red = Known.Duty().With(Known.Ci("a", CiStatus.Failing));

    static ChecklistRun Run(string checklist, string rule) =>
        new()
        {
            Id = 1,
            Duty = "engineering",
            Rule = rule,
            Checklist = checklist,
            Version = 1,
            OpenedAt = Known.At(9, 40),
        };

    static Step StepOf(Checklist checklist, string id) => checklist.Steps.Single(s => s.Id == id);

    [Fact]
    public void S18_a_list_whose_every_step_is_skipped_stays_open_while_its_rule_loops()
    {
        var run = Run("troubleshoot-ci", "green");
        foreach (var step in Troubleshoot.Steps)
            run = StepPress.On(Red, run, step, StepVerb.Skip, "ann", null, "seen").Value!;
        var ticked = Domain.Checklists.Tick(Red, run, Troubleshoot);
        ticked.Steps.ShouldAllBe(s => s.IsOver);
        ticked.ClosedAt.ShouldBeNull();
    }

    [Fact]
    public void A_check_ticks_itself_when_it_holds_and_never_when_it_cannot_be_told()
    {
        var run = Run("rollout", "rollout");
        Tick("staging", Known.Duty() with { Errors = [Known.Error(1)] }).ShouldBe(StepState.Open);
        Tick("staging", Known.Duty() with { Errors = [Known.Error(1, owner: "lea")] }).ShouldBe(StepState.Done);
        Tick("green", Red).ShouldBe(StepState.Open);

        StepState Tick(string step, DutyFacts facts) => Domain.Checklists.Tick(facts, run, Rollout).Step(step).State;
    }

    [Fact]
    public void Ticking_twice_changes_nothing()
    {
        var once = Domain.Checklists.Tick(Red, Run("troubleshoot-ci", "green"), Troubleshoot);
        Domain.Checklists.Tick(Red, once, Troubleshoot).ShouldBe(once);
    }

    [Fact]
    public void A_skip_needs_a_reason_a_question_an_answer_and_a_check_that_says_no_is_not_done_by_hand()
    {
        var run = Run("rollout", "rollout");
        var facts = Known.Duty() with { Errors = [Known.Error(1)] };
        Refused("green", StepVerb.Skip, reason: " ").ShouldStartWith("The reason is missing.");
        Refused("special", StepVerb.Done).ShouldStartWith("This step asks");
        Refused("special", StepVerb.Answer, "perhaps").ShouldBe("Answer yes or no.");
        Refused("staging", StepVerb.Done).ShouldStartWith("The check says no.");
        Refused("button", StepVerb.Answer, "x").ShouldBe("This step asks nothing.");
        var answered = StepPress.On(facts, run, StepOf(Rollout, "special"), StepVerb.Answer, "ann", "no", null).Value!;
        answered
            .Step("special")
            .ShouldBe(
                new()
                {
                    Id = "special",
                    State = StepState.Done,
                    By = "ann",
                    StartedAt = facts.Now,
                    At = facts.Now,
                    Answer = "no",
                }
            );

        string Refused(string step, StepVerb verb, string? answer = null, string? reason = null) =>
            StepPress.On(facts, run, StepOf(Rollout, step), verb, "ann", answer, reason).Refusal!.Detail;
    }

    [Fact]
    public void A_step_that_is_over_stays_what_it_was_and_a_closed_list_takes_nothing()
    {
        var done = Run("rollout", "rollout")
            .With(
                new()
                {
                    Id = "special",
                    State = StepState.Done,
                    Answer = "no",
                }
            );
        var step = StepOf(Rollout, "special");
        StepPress.On(Known.Duty(), done, step, StepVerb.Answer, "bob", "yes", null).Value.ShouldBe(done);
        var closed = done with { ClosedAt = Known.At(10), End = RunEnd.NotFinished };
        StepPress
            .On(Known.Duty(), closed, step, StepVerb.Answer, "bob", "yes", null)
            .Refusal!.Kind.ShouldBe(RefusalKind.Conflict);
    }

    [Fact]
    public void Waiting_begins_when_the_step_is_reached_and_takes_its_time()
    {
        var playbook = Shipped
            .Changed(
                "- [ ] Is it a known flaky test?",
                "- [ ] Breathe {#breathe} `wait: 5 minutes`\n- [ ] Is it a known flaky test?",
                "checklists/troubleshoot-ci.md"
            )
            .Playbook!;
        var (facts, list) = (Red with { Playbook = playbook }, playbook.Checklists["troubleshoot-ci"]);
        var run = Domain.Checklists.Tick(facts, Run("troubleshoot-ci", "green"), list);
        run.Step("breathe").State.ShouldBe(StepState.Running);
        var later = facts with { Now = facts.Now + Duration.FromMinutes(5) };
        Domain
            .Checklists.Tick(later with { Now = later.Now - Duration.Epsilon }, run, list)
            .Step("breathe")
            .State.ShouldBe(StepState.Running);
        Domain.Checklists.Tick(later, run, list).Step("breathe").State.ShouldBe(StepState.Done);
    }
}
