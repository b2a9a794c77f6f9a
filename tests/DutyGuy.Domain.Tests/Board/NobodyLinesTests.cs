using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Boards;

/// <summary>What nobody looks after stands on every board, holds none and pokes nobody; a duty that was ended is held by nobody.</summary>
public class NobodyLinesTests
{
    static readonly NobodysSource Shop = new("shop", true, true, MainState.NotConnected, 3);

    static readonly NobodysSource Till = new(
        "till",
        true,
        false,
        Known.Duty().With(Known.Ci("a", CiStatus.Failing, repository: "till")).Main.Now,
        0
    );

    [Fact]
    public void Red_ones_come_first_and_say_so()
    {
        var lines = BoardOf.Duty(Known.Duty() with { Nobodys = [Shop, Till] }).Lines;
        lines.Select(l => l.Title).ShouldBe(["Nobody looks after till", "Nobody looks after shop"]);
        lines[0].Why.ShouldBe("Its main is red since 09:40. Nobody is asked about it until a duty takes it.");
        lines[1].Why.ShouldBe("3 errors. Nobody is asked about it until a duty takes it.");
        (lines[1].Repository, lines[1].Project, lines[1].Count, lines[1].Rule).ShouldBe(("shop", "shop", 3, "nobody"));
        (lines[0].Repository, lines[0].Project).ShouldBe(("till", null));
    }

    [Fact]
    public void Its_red_main_holds_no_line_and_waits_for_our_own_red_main()
    {
        var facts = Known.Duty() with { Nobodys = [Till], Errors = [Known.Error(1)] };
        BoardOf.Duty(facts).Lines.ShouldAllBe(l => l.State == LineState.Now);
        BoardOf.Duty(facts).Lines.Count.ShouldBe(2);
        Gates.Of(facts).ShouldBe(Gates.Of(facts with { Nobodys = [] }));
        var red = BoardOf.Duty(facts.With(Known.Ci("b", CiStatus.Failing))).Lines;
        red.Select(l => (l.Rule, l.State))
            .ShouldBe([("green", LineState.Now), ("staging", LineState.Waiting), ("nobody", LineState.Waiting)]);
    }

    [Fact]
    public void Main_that_cannot_be_seen_is_never_left_out()
    {
        var unseen = Till with { Main = new(MainColour.Unknown, Known.At(9), []) };
        BoardOf
            .Duty(Known.Duty() with { Nobodys = [unseen] })
            .Lines[0]
            .Why.ShouldStartWith("Its main cannot be seen since 09:00.");
    }

    [Fact]
    public void Nobody_holds_a_duty_that_was_ended_and_who_did_has_a_finished_entry()
    {
        var facts = Known.Duty(Known.At(11)) with { Errors = [Known.Error(1)] };
        facts = facts with { Entries = [.. DutyPass.Decide(facts).Rows.OfType<LogEntry>()] };
        var other = facts.Duty with { Id = "other", Name = "Other" };
        var decided = DutyEnd.Decide(facts, [facts.Duty, other], new([], []), "nic").Value.Decision;
        var entry = decided.Rows.OfType<LogEntry>().Single();
        (entry.To, entry.NotFinished.Count).ShouldBe((Known.At(11), 1));
        var over = decided.Rows.OfType<Duty>().Single();
        var rota = facts.Rota with { EndedAt = over.EndedAt };
        OnDuty.At(rota, [], Known.At(10)).Person.ShouldBe("ann");
        foreach (var at in new[] { Known.At(11), Known.At(17), Known.At(10, day: 1) })
            (OnDuty.At(rota, [], at).Person, OnDuty.At(rota, [], at).Next).ShouldBe((null, null));
        Turns.Between(rota, Known.Monday, Known.Monday.PlusDays(9)).Count.ShouldBe(1);
        TurnNotices.Due(rota, [], Known.At(16, day: 3)).ShouldBeEmpty();
    }

    [Fact]
    public void The_last_duty_stays_and_so_does_one_whose_rollout_is_not_over()
    {
        var facts = Known.Duty();
        DutyEnd.Decide(facts, [facts.Duty], new([], []), "nic").Refusal!.Detail.ShouldContain("is the only duty");
        var other = facts.Duty with { Id = "other" };
        var watched = Known.Rollout(Known.At(9), RolloutStatus.Watching) with { Duty = "engineering" };
        DutyEnd
            .Decide(facts with { Rollouts = [watched] }, [facts.Duty, other], new([], []), "nic")
            .Refusal!.Detail.ShouldContain("Rollout 1");
    }
}
