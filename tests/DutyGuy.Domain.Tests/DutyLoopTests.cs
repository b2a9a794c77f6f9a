using System.Collections.Frozen;
using DutyGuy.Domain;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests;

public class DutyLoopTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 7, 15, 9, 0);

    private static readonly Situation Quiet = new()
    {
        Now = Now,
        Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"],
        Main = MainColour.Passing,
        DoneToday = FrozenSet.Create(StringComparer.Ordinal, "performance"),
    };

    private static readonly ErrorInSituation Young = new("S1", "staging", ErrorStatus.Open, Now);

    private static IEnumerable<string> Lines(Situation situation, Playbook? playbook = null) =>
        DutyLoop
            .Evaluate(playbook ?? Shipped.Engineering, situation)
            .Select(line => $"{line.Rule.Id} {line.Subject} {line.State}".Replace("  ", " ", StringComparison.Ordinal));

    [Fact]
    public void A_quiet_duty_has_no_lines() => Lines(Quiet).ShouldBeEmpty();

    [Fact]
    public void Off_duty_has_no_lines() =>
        Lines(Quiet with { OnDuty = false, Main = MainColour.Failing }).ShouldBeEmpty();

    [Fact]
    public void An_error_of_exactly_two_days_is_old()
    {
        var error = Young with { CreatedAt = Now - Duration.FromDays(2) };
        var line = DutyLoop.Evaluate(Shipped.Engineering, Quiet with { Errors = [error] }).ShouldHaveSingleItem();
        line.Actions.Select(action => action.Words).ShouldBe(["investigate", "file ticket"]);
    }

    [Fact]
    public void A_red_main_holds_all_later_lines() =>
        Lines(Quiet with { Main = MainColour.Failing, Errors = [Young] }).ShouldBe(["green Now", "staging S1 Waiting"]);

    [Fact]
    public void A_main_that_cannot_be_seen_says_so_and_holds_nothing()
    {
        var since = Now - Duration.FromMinutes(18);
        var lines = DutyLoop.Evaluate(
            Shipped.Engineering,
            Quiet with
            {
                Main = MainColour.Unknown,
                MainUnseenSince = since,
                Errors = [Young],
            }
        );
        lines.Select(line => line.State).ShouldBe([RuleLineState.CannotTell, RuleLineState.Now]);
        lines[0].Unseen.ShouldBe(new UnseenFact("ci main", since));
        lines[0].Actions.ShouldBeEmpty();
    }

    [Fact]
    public void An_environment_that_cannot_be_seen_gives_one_line_without_actions()
    {
        var unseen = new Dictionary<string, Instant>(StringComparer.Ordinal) { ["staging"] = Now };
        var line = DutyLoop
            .Evaluate(Shipped.Engineering, Quiet with { Errors = [Young], UnseenEnvironments = unseen })
            .ShouldHaveSingleItem();
        line.Unseen.ShouldBe(new UnseenFact("errors in staging", Now));
        line.Actions.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_never_connected_has_no_lines()
    {
        var nothing = Quiet with
        {
            Main = MainColour.NotConnected,
            DoneToday = FrozenSet<string>.Empty,
            PerformanceConnected = false,
            Errors = [Young],
            UnconnectedEnvironments = FrozenSet.Create(StringComparer.Ordinal, "staging"),
        };
        Lines(nothing).ShouldBeEmpty();
    }

    [Fact]
    public void Once_a_day_is_done_by_the_rule_or_by_its_checklist()
    {
        var playbook = Shipped.WithRules("## Morning {#morning}\n- once: a day\n- do: checklist performance\n");
        Lines(Quiet with { DoneToday = FrozenSet<string>.Empty }, playbook).ShouldBe(["morning Now"]);
        Lines(Quiet, playbook).ShouldBeEmpty();
        Lines(Quiet with { DoneToday = FrozenSet.Create(StringComparer.Ordinal, "morning") }, playbook).ShouldBeEmpty();
    }

    [Fact]
    public void A_do_beside_if_belongs_to_both_branches()
    {
        var playbook = Shipped.WithRules(
            "## Any {#any}\n- for each: open error in staging\n- if: unassigned\n  - do: assign\n- else:\n  - do: poke\n- do: find owner\n"
        );
        var owned = Young with { Assignee = "ann" };
        DutyLoop
            .Evaluate(playbook, Quiet with { Errors = [Young, owned] })
            .Select(line => string.Join('+', line.Actions))
            .ShouldBe(["find owner+assign", "find owner+poke"]);
    }

    [Fact]
    public void An_always_rule_gives_no_line() =>
        Lines(Quiet, Shipped.WithRules("## Log {#log}\n- always: also when it ends early\n- do: write log entry\n"))
            .ShouldBeEmpty();
}
