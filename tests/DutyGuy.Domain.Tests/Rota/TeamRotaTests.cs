using DutyGuy.Domain;
using NodaTime;
using Shouldly;
using Xunit;
using static DutyGuy.Tests.Rota.RotaExample;

namespace DutyGuy.Tests.Rota;

public class TeamRotaTests
{
    /// <summary>Wednesday of the first week, at ten in the morning.</summary>
    private static readonly Instant Wednesday = At(2, 10);

    [Fact]
    public void A_team_without_a_change_keeps_the_dates_that_everybody_saw()
    {
        var update = RotaUpdate.Of(Eight(), RotaUpdate.ByItself);
        update.Moves.ShouldBeEmpty();
        update.Uncovered.ShouldBeEmpty();
        update.Turns.Count.ShouldBe(266);
    }

    [Fact]
    public void The_same_team_gets_the_same_plan()
    {
        var team = Away("p003", 10, 14);
        RotaUpdate.Of(team, RotaUpdate.ByItself).Turns.ShouldBe(RotaUpdate.Of(team, RotaUpdate.ByItself).Turns);
    }

    [Fact]
    public void Of_somebody_who_is_away_only_their_own_announced_dates_move_with_the_cause()
    {
        var team = Away("p004", 1, 30);
        var moved = RotaUpdate
            .Of(team, RotaUpdate.ByItself)
            .Moves.Where(m => team.IsAnnounced(m.Duty, m.Date))
            .ToList();
        moved.ShouldNotBeEmpty();
        moved.ShouldAllBe(m => m.From == "p004" && m.To != null);
        moved.ShouldAllBe(m => m.Why.Contains("p004 is away"));
    }

    [Fact]
    public void Who_joins_has_a_date_and_a_shadow_day_before_it_and_no_announced_date_moves()
    {
        var team = new WhatIf { Person = "zoe", JoinedOn = Monday.PlusDays(7) }.In(Eight());
        var update = RotaUpdate.Of(team, RotaUpdate.ByItself);
        var turns = Turns.Between(team.With(update).Duties[0], team.From, team.To).ToList();
        var first = turns.FindIndex(t => t.Person == "zoe");
        turns[first - 1].Shadow.ShouldBe("zoe");
        update.Moves.ShouldAllBe(m => !team.IsAnnounced(m.Duty, m.Date));
    }

    [Fact]
    public void The_dates_of_who_leaves_go_to_others_and_nobody_else_moves_within_the_announced_days()
    {
        var team = new WhatIf { Person = "p005", LeftOn = Monday.PlusDays(4) }.In(Eight());
        var update = RotaUpdate.Of(team, RotaUpdate.ByItself);
        update.Turns.ShouldNotContain(t => t.Person == "p005" && t.Date > Monday.PlusDays(4));
        update.Moves.Where(m => team.IsAnnounced(m.Duty, m.Date)).ShouldAllBe(m => m.From == "p005");
    }

    [Fact]
    public void The_last_announced_day_stays_and_the_next_may_move()
    {
        // One had all days: as soon as one may move, it goes to somebody who waits.
        var eight = Team(8);
        var days = Enumerable.Range(0, 60).Select(Monday.PlusDays).Where(eight.Hours.IsWorkingDay);
        var team = new TeamRota(
            [eight with { Planned = [.. days.Select(d => new PlannedTurn(d, "p001"))] }],
            Nobody,
            Wednesday
        );
        var last = team.AnnouncedIn(team.Duties[0]);
        last.ShouldBe(eight.Hours.AddWorkingDays(Monday.PlusDays(2), 16), "two laps");
        var turns = RotaUpdate.Of(team, RotaUpdate.ByItself).Turns.ToDictionary(t => t.Date, t => t.Person);
        turns[last].ShouldBe("p001");
        turns[eight.Hours.NextWorkingDay(last)].ShouldNotBe("p001");
    }

    [Fact]
    public void A_second_duty_is_planned_with_the_first_in_the_preview()
    {
        var with = new WhatIf { NewDuty = "devops", Members = ["p001", "p002", "p003"] };
        var people = Enumerable.Range(1, 8).Select(i => $"p{i:000}").ToDictionary(h => h, Somebody);
        var team = Eight() with { People = people };
        with.Wrong(team).ShouldBeNull();
        var update = RotaUpdate.Of(with.In(team), RotaUpdate.ByItself);
        update.Turns.Where(t => t.Duty == "devops").Select(t => t.Person).Distinct().Count().ShouldBe(3);
        update.Turns.GroupBy(t => (t.Date, t.Person)).ShouldAllBe(same => same.Count() == 1);
        (with with { NewDuty = "engineering" }).Wrong(team).ShouldNotBeNull();
        (with with { Members = ["zoe"] }).Wrong(team).ShouldNotBeNull();
    }

    private static Person Somebody(string handle) =>
        new()
        {
            Handle = handle,
            Name = handle,
            JoinedOn = Monday,
        };

    [Fact]
    public void Behind_the_planned_year_nobody_is_named_and_so_nobody_twice()
    {
        var one = Team(65);
        var team = new TeamRota(
            [one with { Duty = "a" }, one with { Duty = "b" }, one with { Duty = "c" }],
            Nobody,
            Wednesday
        );
        team = team.With(RotaUpdate.Of(team, RotaUpdate.ByItself));
        var all = team.Duties.SelectMany(d => Turns.Between(d, team.From, team.To.PlusDays(60))).ToList();
        all.Where(t => t.Person is not null).GroupBy(t => (t.Date, t.Person)).ShouldAllBe(same => same.Count() == 1);
        all.Where(t => t.Date > team.To).ShouldAllBe(t => t.Person == null && t.Why!.StartsWith("not planned yet"));
    }

    [Fact]
    public void Who_joins_a_running_rota_has_a_day_to_look_on_before_their_first_turn()
    {
        var team = new WhatIf { Person = "zoe", JoinedOn = Monday.PlusDays(2) }.In(Eight());
        var kept = team.With(RotaUpdate.Of(team, RotaUpdate.ByItself));
        var turns = Turns.Between(kept.Duties[0], kept.From, kept.To).ToList();
        var first = turns.FindIndex(t => t.Person == "zoe");
        first.ShouldBeGreaterThan(0);
        turns[first - 1].Shadow.ShouldBe("zoe");
    }

    [Fact]
    public void A_closed_day_has_no_turn()
    {
        var holiday = Monday.PlusDays(9);
        var team = new WhatIf { ClosedOn = holiday }.In(Eight());
        RotaUpdate.Of(team, RotaUpdate.ByItself).Turns.ShouldNotContain(t => t.Date == holiday);
    }

    [Fact]
    public void What_is_kept_is_what_everybody_sees()
    {
        var team = Away("p004", 1, 30);
        var update = RotaUpdate.Of(team, RotaUpdate.ByItself);
        var kept = team.With(update);
        Turns
            .Between(kept.Duties[0], team.From, team.To)
            .Select(t => t.Person)
            .ShouldBe(update.Turns.Select(t => t.Person));
        update.Differs(team).ShouldBeTrue();
        update.Differs(kept).ShouldBeFalse();
        RotaUpdate.Of(kept, RotaUpdate.ByItself).Moves.ShouldBeEmpty("nothing changed since");
    }

    [Fact]
    public void Everybody_whose_dates_moved_is_told_once_and_nobody_else_and_never_at_night()
    {
        var team = Away("p004", 1, 30) with { Now = At(2, 23) };
        var update = RotaUpdate.Of(team, RotaUpdate.ByItself);
        var messages = update.Messages(team).ToList();
        var moved = update.Moves.SelectMany(m => new[] { m.From!, m.To! }).Distinct().Order(StringComparer.Ordinal);
        messages.Select(m => m.To).ShouldBe(moved);
        messages.ShouldAllBe(m => m.NotBefore == At(3, 9));
    }

    [Fact]
    public void Of_a_later_date_that_only_got_fairer_overnight_nobody_is_told()
    {
        var update = RotaUpdate.Of(Away("p004", 60, 90), RotaUpdate.Overnight);
        update.Moves.ShouldNotBeEmpty();
        update.Messages(Eight()).ShouldBeEmpty();
        update.Facts(Eight()).ShouldBeEmpty();
    }

    [Fact]
    public void A_night_in_which_nothing_changed_leaves_what_the_plan_is_made_from_also_when_an_absence_is_over()
    {
        var team = Away("p004", 1, 2);
        (team with { Now = At(3, 10) }).Inputs.ShouldBe(team.Inputs);
        Away("p004", 1, 3).Inputs.ShouldNotBe(team.Inputs);
    }

    [Fact]
    public void Before_the_first_day_of_a_duty_dates_that_move_are_told_as_later()
    {
        var team = Away("p004", 1, 30) with { Now = At(-1, 10) };
        RotaUpdate.Of(team, RotaUpdate.ByItself).Messages(team).ShouldNotBeEmpty();
        var first = new TeamRota([Team(8)], Nobody, At(-1, 10));
        RotaUpdate.Of(first, RotaUpdate.ByItself).Messages(first).ShouldBeEmpty("nobody saw a date yet");
    }

    [Fact]
    public void Two_duties_of_the_same_people_never_meet_on_a_day()
    {
        var one = Team(8);
        var team = new TeamRota([one with { Duty = "devops" }, one], Nobody, Wednesday);
        var update = RotaUpdate.Of(team, RotaUpdate.ByItself);
        update.Turns.GroupBy(t => (t.Date, t.Person)).ShouldAllBe(same => same.Count() == 1);
    }

    private static readonly IReadOnlyDictionary<string, Person> Nobody = new Dictionary<string, Person>();

    /// <summary>Eight people whose rota was planned the day before.</summary>
    private static TeamRota Eight()
    {
        var team = new TeamRota([Team(8)], Nobody, Wednesday);
        return team.With(RotaUpdate.Of(team, RotaUpdate.ByItself));
    }

    private static TeamRota Away(string person, int from, int to) =>
        new WhatIf
        {
            Person = person,
            AwayFrom = Monday.PlusDays(from),
            AwayTo = Monday.PlusDays(to),
        }.In(Eight());
}
