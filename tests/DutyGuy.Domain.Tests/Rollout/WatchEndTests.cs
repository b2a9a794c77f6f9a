using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Rollouts;

public class WatchEndTests
{
    static readonly Instant End = Known.At(16, 15);

    static readonly Rollout Watching = Known.Rollout(Known.At(15, 58), RolloutStatus.Watching) with
    {
        SwitchedAt = Known.At(16),
        WatchUntil = End,
    };

    static WatchState Flat => new(Tri.Yes, [], [], []) { Says = "Errors and response times stay flat." };
    static WatchState Slow =>
        new(Tri.No, [], [new("GET /search", 3, "mean", WatchAdvice.RollBack, "slow")], [])
        {
            Says = "GET /search: slow",
        };
    static WatchState Fell => new(Tri.No, [], [], []) { Says = "Far fewer requests.", Fell = "Far fewer requests." };
    static WatchState Untold => new(Tri.CannotTell, [], [], []) { Says = "Too little traffic to judge." };

    static DutyFacts At(Instant now, WatchState watch, Rollout? rollout = null) =>
        Known.Duty(now) with
        {
            Rollouts = [rollout ?? Watching],
            Watch = watch,
        };

    static (Rollout? Rollout, IReadOnlyList<string> Said) Pass(DutyFacts facts)
    {
        var decided = DutyPass.Decide(facts);
        return (
            decided.Rows.OfType<Rollout>().SingleOrDefault(),
            [
                .. decided
                    .Facts.Where(f =>
                        f.Kind is FactKind.RolloutAlarm or FactKind.RolloutDone or FactKind.RolloutUnknown
                    )
                    .Select(f => f.Text),
            ]
        );
    }

    [Fact]
    public void A_watch_without_a_finding_is_done_and_says_what_was_watched()
    {
        Pass(At(End - Duration.FromSeconds(1), Flat)).Rollout.ShouldBeNull();
        var (done, said) = Pass(At(End, Flat));
        (done!.Status, done.EndedAt).ShouldBe((RolloutStatus.Done, End));
        said.ShouldBe(["Rollout 3333333 was watched without a finding. Errors and response times stay flat."]);
    }

    [Fact]
    public void The_first_advice_is_an_alarm_that_keeps_the_worst_and_its_beginning()
    {
        var (look, said) = Pass(At(Known.At(16, 3), Fell));
        (look!.Alarm, look.AlarmSince, look.AlarmWhy).ShouldBe(
            (WatchAdvice.Look, Known.At(16, 3), "Far fewer requests.")
        );
        said.ShouldBe(["The watch of 3333333 advises to look: Far fewer requests."]);
        Pass(At(Known.At(16, 4), Fell, look)).Rollout.ShouldBeNull("it is told once");
        Pass(At(Known.At(16, 4), Flat, look)).Rollout.ShouldBeNull("it stays");
        var worse = Pass(At(Known.At(16, 5), Slow, look)).Rollout!;
        (worse.Alarm, worse.AlarmSince, worse.AlarmWhy).ShouldBe(
            (WatchAdvice.RollBack, Known.At(16, 3), "GET /search: slow")
        );
        Pass(At(Known.At(16, 6), Fell, worse)).Rollout.ShouldBeNull("the worst counts");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_watch_that_ends_with_a_finding_or_cannot_tell_after_one_is_to_be_decided(bool untold)
    {
        var alarmed = Watching with
        {
            Alarm = WatchAdvice.Look,
            AlarmSince = Known.At(16, 3),
            AlarmWhy = "Far fewer requests.",
        };
        var (open, said) = Pass(At(End, untold ? Untold : Fell, alarmed));
        (open!.Status, open.EndedAt).ShouldBe((RolloutStatus.Undecided, null));
        said.ShouldBe([
            "The watch of 3333333 ended with a finding, keep or roll back is to be decided: Far fewer requests.",
        ]);
    }

    [Fact]
    public void A_finding_of_the_last_minute_is_kept_too()
    {
        var (open, said) = Pass(At(End, Slow));
        (open!.Status, open.Alarm).ShouldBe((RolloutStatus.Undecided, WatchAdvice.RollBack));
        said.Count.ShouldBe(2);
    }

    [Fact]
    public void One_that_was_measured_better_is_done_and_the_entry_says_what_it_had_found()
    {
        var alarmed = Watching with
        {
            Alarm = WatchAdvice.RollBack,
            AlarmSince = Known.At(16, 3),
            AlarmWhy = "GET /search: slow.",
        };
        var (done, said) = Pass(At(End, Flat, alarmed));
        done!.Status.ShouldBe(RolloutStatus.Done);
        said.ShouldBe([
            "The watch of 3333333 ended as before. At 16:03 it had found: GET /search: slow. At the end: Errors and response times stay flat.",
        ]);
    }

    [Fact]
    public void What_could_not_be_told_is_never_done_by_itself_and_done_in_the_name_of_who_ticked_it()
    {
        var (unknown, said) = Pass(At(End, Untold));
        unknown!.Status.ShouldBe(RolloutStatus.Unknown);
        unknown.IsRunning.ShouldBeFalse("it serves; the next one may ship");
        said.ShouldBe([
            "The watch of 3333333 ended; whether all is as before could not be told. Too little traffic to judge.",
        ]);
        var ticked = Ticked(At(End, Untold));
        Pass(ticked).Said.ShouldBe(["Ann judged the watch of 3333333 by hand. Too little traffic to judge."]);
        (Pass(ticked).Rollout!.Status, Pass(ticked).Rollout!.KeptBy).ShouldBe((RolloutStatus.Done, "ann"));
        var afterwards = Ticked(At(Known.At(16, 20), WatchState.None, unknown));
        Pass(afterwards).Said.ShouldBe(["Ann judged the watch of 3333333 by hand. Too little traffic to judge."]);
    }

    /// <summary>Ann ticked the step of the watch at 16:10.</summary>
    static DutyFacts Ticked(DutyFacts facts) =>
        facts with
        {
            Runs =
            [
                new ChecklistRun
                {
                    Id = 1,
                    Duty = "engineering",
                    Rule = "rollout",
                    Checklist = "rollout",
                    Version = 1,
                    OpenedAt = Known.At(15, 50),
                    Steps =
                    [
                        new()
                        {
                            Id = "watch",
                            State = StepState.Done,
                            By = "ann",
                            At = Known.At(16, 10),
                        },
                    ],
                },
            ],
        };

    [Fact]
    public void With_nothing_connected_the_step_waits_for_a_person_and_while_it_is_worse_it_is_refused()
    {
        var bare = At(End, Untold) with { ConnectedEnvironments = new HashSet<string>() };
        var checklist = Gates.RolloutChecklist(bare.Playbook)!;
        var step = checklist.Steps.First(s => s.Id == "watch");
        var run = Ticked(bare).Runs[0] with { Steps = [] };
        Domain.Checklists.Tick(bare, run, checklist).Step("watch").State.ShouldNotBe(StepState.Done);
        Done(bare, run, step).Value!.Step("watch").By.ShouldBe("ann");
        Done(At(Known.At(16, 10), Slow), run, step).Refusal!.Detail.ShouldStartWith("The check says no.");
    }

    static Outcome<ChecklistRun> Done(DutyFacts facts, ChecklistRun run, Step step) =>
        StepPress.On(facts, run, step, StepVerb.Done, "ann", null, null);

    [Fact]
    public void Who_is_on_duty_or_started_it_decides_that_it_stays()
    {
        var open = Watching with
        {
            Status = RolloutStatus.Undecided,
            Alarm = WatchAdvice.Look,
            AlarmWhy = "Far fewer requests.",
        };
        var facts = At(Known.At(16, 30), WatchState.None, open with { StartedBy = "lea" });
        RolloutKeep.Press(facts, facts.Rollouts[0], "bob").Refusal.ShouldNotBeNull();
        RolloutKeep.Press(facts, facts.Rollouts[0], "lea").Refusal.ShouldBeNull();
        var kept = RolloutKeep.Press(facts, facts.Rollouts[0], "ann").Value!;
        kept.Facts.ShouldHaveSingleItem()
            .Text.ShouldBe("Ann keeps 3333333 although its watch had found: Far fewer requests.");
        var done = kept.Rows.OfType<Rollout>().Single();
        (done.Status, done.KeptBy).ShouldBe((RolloutStatus.Done, "ann"));
        RolloutKeep.Press(facts, done, "ann").Value!.ShouldBe(Decision.None);
        RolloutKeep.Press(facts, Watching, "ann").Refusal!.Detail.ShouldContain("is not over yet");
        RolloutKeep.Press(facts, Watching with { Status = RolloutStatus.Done }, "ann").Refusal.ShouldNotBeNull();
    }

    [Fact]
    public void A_later_rollout_that_serves_leaves_nothing_to_decide()
    {
        var open = Watching with { Status = RolloutStatus.Undecided, Alarm = WatchAdvice.Look };
        var next = Watching with
        {
            Id = 2,
            Release = "4444444",
            SwitchedAt = Known.At(16, 20),
            WatchUntil = Known.At(16, 35),
        };
        var facts = At(Known.At(16, 21), Flat) with { Rollouts = [open, next] };
        var (done, said) = Pass(facts);
        (done!.Id, done.Status).ShouldBe((1, RolloutStatus.Done));
        said.ShouldBe(["Rollout 3333333 was replaced by 4444444 before somebody decided about it."]);
        RolloutAlarm.Of(facts).ShouldBeNull();
    }

    [Fact]
    public void A_watch_of_another_rollout_says_nothing_of_this_one()
    {
        var (unknown, said) = Pass(At(End, Flat with { Rollout = 9 }));
        unknown!.Status.ShouldBe(RolloutStatus.Unknown);
        said[0].ShouldEndWith("Another rollout was watched meanwhile.");
    }
}
