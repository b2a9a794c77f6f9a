using CsCheck;
using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Rollouts;

/// <summary>C8 Rejected, S82: what was rolled back ships by no route until somebody says what mended it.</summary>
public class RejectionTests
{
    static readonly MainCommit[] Line = [.. Enumerable.Range(1, 8).Reverse().Select(n => Known.Commit(Sha(n), n))];
    static readonly CiResult[] Green = [.. Line.Select(c => Known.Ci(c.Sha, CiStatus.Passing))];

    static string Sha(int n) => new((char)('0' + n), 40);

    /// <summary>Commit 5 went out at 16:00 and was rolled back to 2 at 16:12; 6 to 8 came after it.</summary>
    static DutyFacts RolledBack(int newest = 8, Rollout? rollout = null)
    {
        var back =
            rollout
            ?? Known.Rollout(Known.At(16)) with
            {
                To = Sha(5),
                Release = "5555555",
                From = Sha(2),
                FromRelease = "2222222",
                Status = RolloutStatus.RolledBack,
                SwitchedAt = Known.At(16, 2),
                EndedAt = Known.At(16, 12),
                RolledBackBy = "ann",
            };
        var hold = RolloutLife.RolledBack(back, Known.At(16, 12)).Rows.OfType<Hold>().Single() with { Id = 1 };
        var line = Line.Where(c => c.Ordinal <= newest).ToList();
        return Ship(
            Known.Duty(Known.At(16, 30)).On([.. line]).With(Green) with
            {
                Rollouts = [back],
                Holds = [hold],
                Runs = [Answered],
            }
        );
    }

    static readonly ChecklistRun Answered = new ChecklistRun
    {
        Id = 1,
        Duty = "engineering",
        Rule = "rollout",
        Checklist = "rollout",
        Version = 1,
        OpenedAt = Known.At(16, 20),
    }.With(
        new()
        {
            Id = "special",
            State = StepState.Done,
            Answer = "no",
            By = "ann",
        }
    );

    static DutyFacts Ship(DutyFacts facts) =>
        facts with
        {
            Ship = ShipState.Of(facts.Shipping, facts.Rollouts, facts.Now, Rejection.Of(facts).Allows),
        };

    static DutyFacts Mended(DutyFacts facts, Mended how, string? commit, string? text = null)
    {
        var lifted = Mending.Say(facts, facts.Holds[0], "ann", new(how, commit, text));
        lifted.Refusal.ShouldBeNull();
        return Ship(facts with { Holds = [lifted.Value!.Rows.OfType<Hold>().Single()] });
    }

    static RolloutStarted Press(
        DutyFacts facts,
        string confirm,
        RolloutKind kind = RolloutKind.Daily,
        string? why = null
    ) => RolloutStart.Press(facts, new("ann", confirm, why, kind));

    static Gen<T> Of<T>(params T[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);

    [Fact]
    public void S82_after_a_roll_back_a_thousand_tries_start_nothing_until_somebody_says_what_mended_it()
    {
        var confirm = Gen.OneOf(
            Gen.Select(Gen.Int[1, 8], Gen.Int[1, 40], (n, digits) => Sha(n)[..digits]),
            Of("", "main", "HEAD", "5555555", "2222222", new string('f', 40))
        );
        var reason = Of<string?>(null, "", " ", "It mends the fair", "override");
        var kind = Of(RolloutKind.Daily, RolloutKind.HotFix);
        var looked = Of<string[]>([], ["special"], ["Main is green"], [RejectionGate.Name, Gates.OnceADay]);
        Gen.Select(confirm, reason, kind, looked, Gen.Int[5, 8], Gen.Int[0, 3 * 24 * 60])
            .Sample(
                (c, why, k, seen, newest, minutes) =>
                {
                    var facts = RolledBack(newest);
                    facts = facts with { Now = facts.Now + Duration.FromMinutes(minutes) };
                    facts = facts.With(TurnActKind.TookOver, "ann", facts.Now);
                    facts.Ship.Candidate.ShouldBeNull();
                    RolloutStart
                        .Press(facts, new("ann", c, why, k) { Looked = seen })
                        .ShouldNotBeOfType<RolloutStarted.Begins>();
                },
                iter: 1000
            );
        Press(Mended(RolledBack(), Domain.Mended.Fixed, Sha(7)), Sha(8)).ShouldBeOfType<RolloutStarted.Begins>();
    }

    [Fact]
    public void What_contains_the_mending_commit_ships_once_more_on_that_day_and_nothing_older()
    {
        var facts = Mended(RolledBack(), Domain.Mended.Fixed, "7777777");
        (facts.Holds[0].MendedBy, facts.Holds[0].LiftedWhy).ShouldBe((Sha(7), "5555555 is fixed in 7777777."));
        Gates.Of(facts).Single(g => g.Name == Gates.OnceADay).ShouldBe(new(Gates.OnceADay, Tri.Yes, "mends 5555555"));
        var begun = Press(facts, Sha(7)).ShouldBeOfType<RolloutStarted.Begins>().Rollout;
        (begun.To, begun.Mends, begun.OverrideReason).ShouldBe((Sha(7), 1, null));
        foreach (var older in new[] { 3, 4, 5, 6 })
            Press(facts, Sha(older), RolloutKind.HotFix, "It must").ShouldBeOfType<RolloutStarted.Refused>();
        var went = begun with { Id = 2, Status = RolloutStatus.Done, SwitchedAt = Known.At(16, 40) };
        var after = Ship(facts with { Rollouts = [.. facts.Rollouts, went], Now = Known.At(17) });
        Press(after, Sha(8)).ShouldBeOfType<RolloutStarted.Shut>("only one more");
    }

    [Fact]
    public void When_it_was_not_the_code_every_commit_counts_again()
    {
        var facts = Mended(RolledBack(), Domain.Mended.NotTheCode, null, "The database was full");
        Press(facts, Sha(5)).ShouldBeOfType<RolloutStarted.Begins>().Rollout.Mends.ShouldBe(1);
    }

    [Theory]
    [InlineData("4444444", "came before 5555555")]
    [InlineData("5555555", "is what was rolled back")]
    [InlineData("9999999", "is not one commit on the line of main")]
    [InlineData("aaaaaaa", "is a commit of other")]
    [InlineData("777777", "seven digits at least")]
    [InlineData("HEAD", "seven digits at least")]
    [InlineData("", "seven digits at least")]
    public void What_mended_it_is_a_commit_of_main_that_came_after_it(string commit, string why)
    {
        var facts = RolledBack();
        var other = Known.Commit(new string('a', 40), 99) with { Repository = "other" };
        facts = facts.On([.. facts.Line, other]);
        var said = Mending.Say(facts, facts.Holds[0], "ann", new(Domain.Mended.Fixed, commit, null));
        said.Refusal!.Detail.ShouldContain(why);
    }

    [Fact]
    public void Who_is_on_duty_says_it_and_not_the_code_needs_a_sentence()
    {
        var facts = RolledBack();
        Mending
            .Say(facts, facts.Holds[0], "bob", new(Domain.Mended.Reverted, Sha(6), null))
            .Refusal!.Kind.ShouldBe(RefusalKind.NotAllowed);
        Mending
            .Say(facts, facts.Holds[0], "ann", new(Domain.Mended.NotTheCode, null, " "))
            .Refusal!.Field.ShouldBe("text");
        Mending.Say(facts, facts.Holds[0], "ann", new(null, Sha(6), null)).Refusal!.Field.ShouldBe("how");
        Holds.Lift(facts.Holds[0], "ann", "Ann", "reverted", facts.Now).Refusal!.Kind.ShouldBe(RefusalKind.Conflict);
    }

    [Fact]
    public void A_rejected_commit_that_no_repository_has_blocks_itself_and_says_so()
    {
        var told = RolledBack().Rollouts[0] with { To = "2026.11.23", Release = "2026.11.23", StartedBy = null };
        var facts = RolledBack(rollout: told);
        Gates.Of(facts)[0].Why.ShouldContain("What contains it is not known");
        Press(facts, Sha(8), why: "It must").ShouldBeOfType<RolloutStarted.Refused>();
        Rejection.Of(facts).IsIn(facts.Holds[0], Sha(8), "8888888").ShouldBe(Tri.CannotTell);
        Rejection.Of(facts).IsIn(facts.Holds[0], "x", "2026.11.23").ShouldBe(Tri.Yes);
        Mending.Say(facts, facts.Holds[0], "ann", new(Domain.Mended.Fixed, Sha(6), null)).Refusal.ShouldBeNull();
    }

    [Fact]
    public void A_mending_commit_that_was_taken_off_main_mends_nothing()
    {
        var facts = Mended(RolledBack(), Domain.Mended.Fixed, Sha(7));
        var rewritten = facts.Line.Where(c => c.Ordinal <= 6).ToList();
        Ship(facts.On([.. rewritten]).With(Green)).Ship.Candidate.ShouldBeNull();
    }

    [Fact]
    public void The_line_of_the_day_asks_what_mended_it_on_this_day_and_the_next()
    {
        var line = BoardOf.Duty(RolledBack() with { Runs = [] }).Lines.ShouldHaveSingleItem();
        (line.Title, line.State).ShouldBe(("Say what mended 5555555", LineState.Now));
        line.Why.ShouldStartWith("5555555 was rolled back at 16:12.");
        var next = RolledBack() with { Now = Known.At(16, 30, day: 1), Runs = [] };
        BoardOf.Duty(next).Lines.ShouldHaveSingleItem().Title.ShouldBe("Say what mended 5555555");
        var mended = Mended(RolledBack(), Domain.Mended.Reverted, Sha(6)) with { Runs = [] };
        BoardOf.Duty(mended).Lines.ShouldHaveSingleItem().Title.ShouldBe("Rollout");
    }

    [Fact]
    public void A_rejected_release_that_went_out_elsewhere_is_a_line_until_it_goes_back()
    {
        var facts = RolledBack() with { Runs = [] };
        var told = facts.Rollouts[0] with
        {
            Id = 2,
            To = Sha(6),
            Release = "6",
            StartedBy = null,
            Status = RolloutStatus.Done,
            SwitchedAt = Known.At(16, 20),
        };
        Titles(facts with { Rollouts = [.. facts.Rollouts, told] })
            .ShouldBe(["Rejected release went out elsewhere: 6", "Say what mended 5555555"]);
        Titles(facts with { Rollouts = [.. facts.Rollouts, told with { To = Sha(4) }] })
            .ShouldBe(["Say what mended 5555555"]);
        Titles(facts with { Rollouts = [.. facts.Rollouts, told with { Status = RolloutStatus.RolledBack }] })
            .ShouldBe(["Say what mended 5555555"]);

        static IEnumerable<string> Titles(DutyFacts facts) => BoardOf.Duty(facts).Lines.Select(l => l.Title);
    }

    [Fact]
    public void Its_checklist_closes_as_rolled_back_and_a_new_one_begins_when_it_is_mended()
    {
        var facts = RolledBack();
        var world = new World(facts with { Runs = [Answered with { OpenedAt = Known.At(16) }] }).Pass(Known.At(16, 12));
        var run = world.Facts.Runs.ShouldHaveSingleItem();
        (run.End, run.Step("button").State).ShouldBe((RunEnd.RolledBack, StepState.Failed));
        run.Step("button").Answer.ShouldBe("5555555 was rolled back at 16:12.");
        run.Step("watch").IsOver.ShouldBeFalse("the dead checklist does not go on");
        world.Change(f => Mended(f, Domain.Mended.Fixed, Sha(8))).Pass(Known.At(16, 12));
        var fresh = world.Facts.Runs.Single(r => r.ClosedAt is null);
        fresh.Step("button").State.ShouldBe(StepState.Open);
    }

    [Fact]
    public void A_roll_back_in_staging_rejects_nothing_for_production()
    {
        var staging = RolledBack().Rollouts[0] with { Environment = "staging" };
        RolloutLife.RolledBack(staging, Known.At(16)).Rows.OfType<Hold>().ShouldBeEmpty();
    }

    [Fact]
    public void The_day_is_used_up_and_the_gate_says_rolled_back_and_never_done()
    {
        var gate = Gates.Of(RolledBack()).Single(g => g.Name == Gates.OnceADay);
        (gate.State, gate.Why).ShouldBe((Tri.No, "Rolled back at 16:12. Once that is mended, one more may go today."));
        SituationOf.Duty(RolledBack()).RulesDoneToday!.ShouldContain("rollout");
    }
}
