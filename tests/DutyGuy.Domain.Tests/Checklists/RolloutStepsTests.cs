using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Checklists;

/// <summary>What is left out does not happen, and what happened elsewhere is not asked for again.</summary>
public class RolloutStepsTests
{
    static readonly Checklist List = Shipped.Engineering.Checklists["rollout"];

    static ChecklistRun Run(params (string Step, StepState State)[] steps) =>
        steps.Aggregate(
            new ChecklistRun
            {
                Id = 1,
                Duty = "engineering",
                Rule = "rollout",
                Checklist = "rollout",
                Version = 1,
                OpenedAt = Known.At(16),
            },
            (run, s) =>
                run.With(
                    new()
                    {
                        Id = s.Step,
                        State = s.State,
                        At = Known.At(16, 5),
                        By = "ann",
                        Reason = s.State == StepState.Skipped ? "Not needed" : null,
                    }
                )
        );

    static DutyFacts Facts(ChecklistRun run, params Rollout[] rollouts)
    {
        var (green, line) = (Known.Ci("3333333", CiStatus.Passing), Known.Commit("3333333", 3));
        return Known.Duty(Known.At(16, 30)).On(line).With(green) with
        {
            Runs = [run],
            Rollouts = rollouts,
            Ship = ShipState.Of(Known.Mains([green], [line])[0], [], Known.At(16, 30)),
        };
    }

    static Rollout Watching(Instant at) =>
        Known.Rollout(at, RolloutStatus.Watching) with
        {
            SwitchedAt = at,
            WatchUntil = at + Duration.FromMinutes(15),
        };

    [Theory]
    [InlineData(StepState.Skipped, 0)]
    [InlineData(StepState.Open, 1)]
    public void The_team_is_told_unless_that_step_was_left_out(StepState announce, int told)
    {
        var facts = Facts(Run(("announce", announce), ("special", StepState.Done)));
        RolloutStart
            .Press(facts, new("ann", "333333", "Tests are flaky", RolloutKind.Daily))
            .ShouldBeOfType<RolloutStarted.Begins>()
            .Decision.Messages.Count(m => m.Kind == OutboxKind.Announce)
            .ShouldBe(told);
    }

    [Fact]
    public void A_step_that_was_left_out_stays_so_when_the_rollout_goes_on()
    {
        var run = Run(("announce", StepState.Skipped));
        var ticked = Domain.Checklists.Tick(Facts(run, Watching(Known.At(16, 20))), run, List);
        ticked.Step("announce").State.ShouldBe(StepState.Skipped);
        ticked.Step("button").Answer.ShouldBe("Production serves 3333333.");
    }

    [Fact]
    public void Without_the_button_there_is_nothing_to_watch_and_a_press_after_all_counts()
    {
        var run = Run(("button", StepState.Skipped));
        var ticked = Domain.Checklists.Tick(Facts(run), run, List);
        ticked.Step("watch").State.ShouldBe(StepState.Skipped);
        ticked.Step("watch").Reason.ShouldBe("Nothing was rolled out.");
        var pressed = Domain.Checklists.Tick(Facts(run, Watching(Known.At(16, 20))), run, List);
        pressed.Step("button").State.ShouldBe(StepState.Done);
        pressed.Step("watch").State.ShouldNotBe(StepState.Skipped);
    }

    [Fact]
    public void A_hot_fix_is_not_the_rollout_of_the_day()
    {
        var run = Run();
        var fix = Watching(Known.At(11)) with { Kind = RolloutKind.HotFix, Status = RolloutStatus.Done };
        Domain.Checklists.Tick(Facts(run, fix), run, List).Step("button").State.ShouldBe(StepState.Open);
    }

    [Theory]
    [InlineData(RolloutStatus.Asked)]
    [InlineData(RolloutStatus.Queued)]
    [InlineData(RolloutStatus.WaitingForApproval)]
    public void What_another_system_has_not_deployed_yet_serves_nothing(RolloutStatus status)
    {
        var ticked = Domain.Checklists.Tick(Facts(Run(), Known.Rollout(Known.At(16, 20), status)), Run(), List);
        ticked.Step("button").State.ShouldBe(StepState.Running);
    }

    [Fact]
    public void A_rollout_made_elsewhere_leaves_only_what_comes_after_it()
    {
        var elsewhere = Watching(Known.At(16, 20)) with { StartedBy = null };
        var ticked = Domain.Checklists.Tick(Facts(Run(), elsewhere), Run(), List);
        foreach (var before in new[] { "green", "staging", "announce", "special" })
            ticked
                .Step(before)
                .ShouldSatisfyAllConditions(
                    s => s.State.ShouldBe(StepState.Skipped),
                    s => s.Reason.ShouldBe("3333333 was rolled out elsewhere."),
                    s => s.ByItself.ShouldBe("rollout 3333333")
                );
        ticked.Step("button").Answer.ShouldBe("Production serves 3333333, rolled out elsewhere.");
        Domain.Checklists.Current(ticked, List)!.Id.ShouldBe("watch");
    }

    [Fact]
    public void A_check_that_ticked_itself_says_which()
    {
        var ticked = Domain.Checklists.Tick(Facts(Run()), Run(), List);
        ticked.Step("staging").By.ShouldBeNull();
        ticked
            .Step("staging")
            .ByItself.ShouldBe(
                "check: the number of open error in staging where it is younger than 2 days and it has no owner is exactly 0"
            );
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("green", 2)]
    [InlineData("staging", 1)]
    [InlineData("green staging announce special button watch odd", 7)]
    public void The_step_that_is_now_is_counted_by_its_place(string over, int place)
    {
        var done = over.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => (s, StepState.Done)).ToArray();
        RunProgress.Position(Run(done), List).ShouldBe(place);
    }

    [Fact]
    public void A_question_that_is_open_when_the_rollout_is_over_is_no_unfinished_rollout()
    {
        var run = Run([
            .. new[] { "green", "staging", "announce", "special", "button", "watch" }.Select(s => (s, StepState.Done)),
        ]);
        var facts = Facts(
            run,
            Watching(Known.At(16, 5)) with
            {
                Status = RolloutStatus.Done,
                EndedAt = Known.At(16, 20),
            }
        );
        var line = BoardOf.Duty(facts).Lines.Single(l => l.ChecklistRun == 1);
        line.Title.ShouldBe("Answer: Anything odd goes into the log");
        UnfinishedLine.Of(line).Said.ShouldBe("Not answered: Anything odd goes into the log");
        var world = new World(facts).Until(Known.At(18));
        world.Facts.Runs.First(r => r.Id == 1).End.ShouldBe(RunEnd.Finished);
        var entry = world.Facts.Entries.Single(e => e.To is not null);
        entry.Facts.ShouldContain("- Not answered: Anything odd goes into the log");
        entry.Facts.ShouldNotContain("- Rollout\n");
        entry.NotFinished.ShouldNotContain(l => l.Title == "Rollout");
    }

    [Fact]
    public void A_checklist_that_no_rule_asks_for_any_more_is_closed_and_one_under_way_goes_on()
    {
        var without = Shipped.WithRules("## Nothing {#nothing}\n\n- once: a day\n- do: checklist performance\n");
        DutyFacts Now(DutyFacts facts) =>
            facts with
            {
                Version = 2,
                Playbook = without,
                OtherVersions = new Dictionary<int, Playbook> { [1] = Shipped.Engineering },
            };
        var world = new World(Now(Facts(Run()))).Pass(Known.At(16, 31));
        world.Facts.Runs.First(r => r.Id == 1).End.ShouldBe(RunEnd.ByItself);
        world.Facts.Record.ShouldContain(f =>
            f.Text == "Rollout was closed: the playbook does not ask for it any more."
        );
        new World(Now(Facts(Run(), Watching(Known.At(16, 25)))))
            .Pass(Known.At(16, 31))
            .Facts.Runs.First(r => r.Id == 1)
            .ClosedAt.ShouldBeNull();
    }

    [Fact]
    public void A_line_whose_rule_is_silent_says_so()
    {
        var playbook = Shipped.Changed("time >= 16:00", "time >= 16:00 and time < 16:20").Playbook!;
        var line = BoardOf.Duty(Facts(Run()) with { Playbook = playbook }).Lines.Single(l => l.ChecklistRun == 1);
        line.Why.ShouldBe("Opened at 16:00; its rule does not ask for it now.");
    }

    [Fact]
    public void What_was_left_out_stands_in_the_entry_with_its_reason_and_so_do_words_for_the_log()
    {
        var facts = Facts(Run());
        var record = new[]
        {
            Pressed("announce", StepVerb.Skip, null, "Everybody sits here"),
            Pressed("odd", StepVerb.Answer, "The lift was loud", null),
            Pressed("special", StepVerb.Answer, "no", null),
        };
        var entry = LogDraft.Markdown(record, facts.Playbook.Zone, [], []);
        entry.ShouldContain("### Steps");
        entry.ShouldContain("Ann skipped “Tell the team what ships and who watches”: Everybody sits here.");
        entry.ShouldContain("Ann answered “Anything odd goes into the log”: The lift was loud.");
        entry.ShouldNotContain("migration");

        Fact Pressed(string id, StepVerb verb, string? answer, string? reason)
        {
            var step = List.Steps.Single(s => s.Id == id);
            var after = StepPress.On(facts, Run(), step, verb, "ann", answer, reason).Value!;
            return StepFacts.Of(facts, Run(), after, step, "ann").Facts.ShouldHaveSingleItem();
        }
    }
}
