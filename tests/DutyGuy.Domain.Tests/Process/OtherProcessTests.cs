using System.Collections.Immutable;
using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Process;

/// <summary>The day of a team whose playbook has other ids, ages, times, checklists and environments than the one that ships.</summary>
public class OtherProcessTests
{
    static DutyFacts At(Instant now, params TrackedError[] errors) =>
        Known.Duty(now, OtherProcess.Playbook) with
        {
            Errors = errors,
            ConnectedEnvironments = ImmutableHashSet.Create("preprod", "live", "production"),
            PerformanceConnected = true,
        };

    static TrackedError Of(string environment, double daysOld, long id = 1, string? owner = null) =>
        Known.Error(id, environment, owner) with
        {
            CreatedAt = Known.At(10) - Duration.FromDays(daysOld),
        };

    [Theory]
    [InlineData("preprod", 2.5, true, false)]
    [InlineData("preprod", 2.999, true, false)]
    [InlineData("preprod", 3, false, true)]
    [InlineData("live", 30, true, false)]
    [InlineData("qa", 1, false, false)]
    [InlineData("staging", 1, false, false)]
    public void What_is_asked_of_an_error_is_what_the_rules_ask(
        string environment,
        double days,
        bool owner,
        bool writeUp
    )
    {
        var error = Of(environment, days);
        var facts = At(Known.At(10), error);
        var asks = ErrorAsks.Of(facts);
        (asks.Unowned.Count == 1, asks.IsToWriteUp(error)).ShouldBe((owner, writeUp));
        var lines = BoardOf.Duty(facts).Lines.Where(l => l.Subject is not null).Select(l => l.Title).ToList();
        lines.ShouldBe(
            owner ? ["Find an owner: Error 1"]
            : writeUp ? ["Write up: Error 1"]
            : []
        );
        // Also at night, when the board is empty.
        ErrorAsks.Of(facts with { Now = owner ? Known.At(5) : Known.At(20) }).Unowned.Count.ShouldBe(owner ? 1 : 0);
    }

    [Fact]
    public void What_has_an_owner_a_ticket_or_was_there_before_is_not_counted()
    {
        var errors = new[]
        {
            Of("live", 1, 1, "lea"),
            Of("live", 1, 2) with
            {
                Baseline = true,
            },
            Of("live", 1, 3) with
            {
                TicketLife = 1,
            },
        };
        ErrorAsks.Of(At(Known.At(10), errors)).Unowned.ShouldBeEmpty();
    }

    [Fact]
    public void An_owned_error_asks_its_owner_when_it_turns_old_and_the_duty_on_the_next_working_day()
    {
        // Three days old on Monday at 10:00; from Tuesday on it is the duty's.
        var error = Of("preprod", 3, owner: "lea");
        Titles(Known.At(10)).ShouldBeEmpty();
        Titles(Known.At(8, day: 1)).ShouldBe(["Write up: Error 1"]);
        new World(At(Known.At(10), error))
            .Pass(Known.At(10, 1))
            .Sent.ShouldContain(m =>
                m.To == "lea" && m.Text.StartsWith("“Error 1” is 3 days old.", StringComparison.Ordinal)
            );

        IReadOnlyList<string> Titles(Instant now) =>
            [.. BoardOf.Duty(At(now, error)).Lines.Where(l => l.Subject is not null).Select(l => l.Title)];
    }

    [Fact]
    public void The_environments_are_those_that_the_playbook_names()
    {
        var environments = WatchedEnvironments.Of(OtherProcess.Playbook);
        environments.Errors.ShouldBe(["preprod", "live"]);
        environments.MeetCustomers("live").ShouldBeTrue();
        environments.MeetCustomers("preprod").ShouldBeFalse();
        WatchedEnvironments.Of(Shipped.Engineering).Errors.ShouldBe(["staging", "production"]);
        WatchedEnvironments.Of(Shipped.Engineering).MeetCustomers("staging").ShouldBeFalse();
        WatchedEnvironments.Of(Shipped.Engineering).MeetCustomers("production").ShouldBeTrue();
        var facts = At(Known.At(10)) with
        {
            ConnectedEnvironments = ImmutableHashSet.Create("staging", "live"),
            PerformanceConnected = false,
        };
        BoardOf.Duty(facts).NotWatched.ShouldBe(["main", "errors in preprod", "performance"]);
    }

    [Fact]
    public void The_lines_say_what_they_are_for_whatever_their_ids_are()
    {
        var facts = At(Known.At(13, 30));
        var lines = BoardOf.Duty(facts).Lines;
        lines.Select(l => (l.Rule, l.Use)).ShouldBe([("rollout", RuleUse.Performance), ("afternoon", RuleUse.Rollout)]);
        lines[1].Since.ShouldBe(Known.At(13, 30));
        BoardOf.Duty(facts with { Now = Known.At(13, 29) }).Lines.Select(l => l.Rule).ShouldBe(["rollout"]);
    }

    [Fact]
    public void A_rollout_is_done_today_by_its_own_rule_and_the_check_by_its_own()
    {
        var shipped = At(Known.At(14)) with
        {
            Rollouts = [Switched(Known.At(13, 40)) with { Status = RolloutStatus.Done }],
        };
        RolloutDay.Of(shipped).IsUsedUp.ShouldBeTrue();
        DutyLoop.Holds(new Condition.RolloutDoneToday(), SituationOf.Duty(shipped)).ShouldBe(Tri.Yes);
        Rules(shipped).ShouldBe(["rollout"]);
        var looked = At(Known.At(14)) with { PerformanceCheckedAt = Known.At(9) };
        DutyLoop.Holds(new Condition.RolloutDoneToday(), SituationOf.Duty(looked)).ShouldBe(Tri.No);
        Rules(looked).ShouldBe(["afternoon"]);
        Rules(looked with { Rollouts = shipped.Rollouts }).ShouldBeEmpty();

        static IReadOnlyList<string> Rules(DutyFacts facts) => [.. BoardOf.Duty(facts).Lines.Select(l => l.Rule)];
    }

    [Fact]
    public void The_gate_names_what_its_check_counts()
    {
        var facts = At(Known.At(14), Of("preprod", 2.5), Of("preprod", 4, 2), Of("live", 1, 3));
        var gate = Gates.Of(facts).Single(g => g.Step == "clean");
        (gate.State, gate.Why).ShouldBe((Tri.No, "No owner: Error 1."));
    }

    [Fact]
    public void The_time_of_the_rollout_is_found_in_any_condition()
    {
        Time(OtherProcess.Playbook).ShouldBe(Known.At(13, 30));
        Time(Shipped.Engineering).ShouldBe(Known.At(16));
        Time(Shipped.Changed("time >= 16:00", "not time < 11:15").Playbook!).ShouldBe(Known.At(11, 15));
        Time(Shipped.Changed("time >= 16:00", "requests in production < 50 or time >= 17:00").Playbook!).ShouldBeNull();

        static Instant? Time(Playbook playbook)
        {
            var facts = Known.Duty(playbook: playbook);
            return RuleTime.From(Gates.RolloutRule(playbook)!.If, facts.Rota.Hours, facts.Today);
        }
    }

    [Fact]
    public void Later_today_comes_back_within_the_hours_of_the_team()
    {
        var later = Of("live", 0, owner: "lea") with { Ownership = Ownership.Later };
        Lines(Known.At(14, 29)).ShouldBeEmpty();
        Lines(Known.At(14, 30)).ShouldBe(["Ask Lea: Error 1"]);

        IReadOnlyList<string> Lines(Instant now) =>
            [.. BoardOf.Duty(At(now, later)).Lines.Where(l => l.Subject is not null).Select(l => l.Title)];
    }

    [Fact]
    public void The_whole_day_is_lived_by_the_playbook_alone()
    {
        var red = At(Known.At(7)).With(Known.Ci("a", CiStatus.Failing, Known.At(7)));
        var world = new World(red).Pass(Known.At(7));
        BoardOf.Duty(world.Facts).Lines[0].Title.ShouldBe("Mend the trunk");
        world.Facts.Runs.ShouldHaveSingleItem().Checklist.ShouldBe("mend");
        world.Change(f => f.With(f.Results()[0], Known.Ci("b", CiStatus.Passing, Known.At(8)))).Pass(Known.At(8));
        world.Facts.Runs[0].End.ShouldBe(RunEnd.ByItself);
        world.Change(f => f with { Comparison = Comparisons.Of(Compared.NothingNew) }).Pass(Known.At(8, 10));
        world.Facts.Runs.Single(r => r.Checklist == "speed").End.ShouldBe(RunEnd.Finished);
        world.Pass(Known.At(13, 30));
        var run = world.Facts.Runs.Single(r => r.ClosedAt is null);
        (run.Rule, run.Checklist).ShouldBe(("afternoon", "performance"));
        world
            .Change(f => f with { Rollouts = [Switched(Known.At(13, 40)) with { WatchUntil = Known.At(14) }] })
            .Pass(Known.At(13, 41));
        RolloutLife.WatchOf(OtherProcess.Playbook).ShouldBe(Duration.FromMinutes(20));
        BoardOf.Duty(world.Facts).Lines.ShouldHaveSingleItem().Use.ShouldBe(RuleUse.Rollout);
        world.Until(Known.At(15, 30));
        var entry = world.Facts.Entries.ShouldHaveSingleItem();
        (entry.From, entry.To).ShouldBe((Known.At(7), Known.At(15, 30)));
    }

    static Rollout Switched(Instant at) =>
        Known.Rollout(at - Duration.FromMinutes(2), RolloutStatus.Watching) with
        {
            SwitchedAt = at,
            WatchUntil = at + Duration.FromMinutes(20),
        };
}
