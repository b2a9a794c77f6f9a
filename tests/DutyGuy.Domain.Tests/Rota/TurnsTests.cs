using DutyGuy.Domain;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Rota;

public class TurnsTests
{
    private static readonly LocalDate Monday = RotaExample.Monday;

    [Fact]
    public void S1_sixty_days_have_one_name_each_and_no_gap()
    {
        var facts = RotaExample.Team("ann", "ben", "cleo", "dan");
        var turns = Turns.Between(facts, Monday, Monday.PlusDays(59));
        turns
            .Select(turn => turn.Date)
            .ShouldBe(Enumerable.Range(0, 60).Select(i => Monday.PlusDays(i)).Where(facts.Hours.IsWorkingDay));
        turns.ShouldAllBe(turn => turn.Person != null);
    }

    [Theory, InlineData(4), InlineData(40), InlineData(50), InlineData(65), InlineData(400)]
    public void S3_S4_each_has_exactly_one_turn_in_as_many_working_days_as_people(int people)
    {
        var facts = RotaExample.Team(people);
        var turns = facts.Days(2 * people);
        turns.Take(people).Select(turn => turn.Person).Distinct().Count().ShouldBe(people);
        turns.Skip(people).Select(turn => turn.Person).Distinct().Count().ShouldBe(people);
        Gaps.Of(facts.Hours, turns).ShouldAllBe(gap => gap.WorkingDays == people);
        turns.Zip(turns.Skip(1)).ShouldAllBe(pair => pair.First.Person != pair.Second.Person);
    }

    [Fact]
    public void S5_a_year_for_400_people_of_whom_every_fourth_is_away_for_two_weeks_has_a_gap_for_each()
    {
        var facts = RotaExample.Team(400);
        var away = facts.Members.Where((_, i) => i % 4 == 0).Select((m, i) => (m.Handle, From: Monday.PlusDays(3 * i)));
        facts = facts with
        {
            Absences = [.. away.Select(one => new Absence(one.Handle, one.From, one.From.PlusDays(13)))],
        };
        var turns = facts.Days(800);
        turns.GroupBy(turn => turn.Person).ShouldAllBe(mine => mine.Count() >= 1 && mine.Count() <= 3);
        turns.Select(turn => turn.Person).Distinct().Count().ShouldBe(400);
        Gaps.Of(facts.Hours, turns).Select(gap => gap.Person).Distinct().Count().ShouldBeGreaterThan(390);
    }

    [Fact]
    public void S2_two_people_alternate() =>
        RotaExample.Team("ann", "ben").Days(5).Names().ShouldBe("ann ben ann ben ann");

    [Fact]
    public void A_person_alone_is_on_duty_every_day() =>
        RotaExample.Team("ann").Days(3).Names().ShouldBe("ann ann ann");

    [Fact]
    public void Who_is_away_keeps_their_place_and_only_the_turns_between_move()
    {
        var turns = RotaExample
            .Team("ann", "ben", "cleo", "dan")
            .Away("ben", Monday.PlusDays(1), Monday.PlusDays(1))
            .Days(4);
        turns.Names().ShouldBe("ann cleo ben dan");
        turns[1].Why.ShouldBe("moved: ben is away");
        turns[2].Why.ShouldBe("moved: ben was away");
        turns[3].Why.ShouldBeNull();
    }

    [Fact]
    public void Who_never_works_on_the_day_of_their_turn_still_has_their_turns()
    {
        var facts = RotaExample.Team("ann", "ben", "cleo", "dan", "eve");
        var onlyTuesdays = facts.Members[0] with { WorkingDays = new HashSet<IsoDayOfWeek> { IsoDayOfWeek.Tuesday } };
        var turns = (facts with { Members = [onlyTuesdays, .. facts.Members.Skip(1)] }).Days(20);
        turns
            .Where(turn => turn.Person == "ann")
            .Select(turn => turn.Date.DayOfWeek)
            .Distinct()
            .ShouldBe([IsoDayOfWeek.Tuesday]);
        turns.Count(turn => turn.Person == "ann").ShouldBe(4);
        turns[0].Why.ShouldBe("moved: ann does not work on Monday");
    }

    [Fact]
    public void S6_a_joiner_has_a_date_at_once_and_a_shadow_day_before_it()
    {
        var facts = RotaExample.Team("ann", "ben", "cleo");
        var joined = facts with { Members = [.. facts.Members, new("mel", Monday.PlusDays(1))] };
        var turns = joined.Days(6);
        turns.Names().ShouldBe("ann ben cleo ann ben mel");
        turns[4].Shadow.ShouldBe("mel");
        turns[4].Why.ShouldBe("mel shadows: first turn on Monday 9");
        turns.Count(turn => turn.Shadow != null).ShouldBe(1);
    }

    [Fact]
    public void The_shadow_of_the_last_day_asked_for_is_known()
    {
        var facts = RotaExample.Team("ann", "ben", "cleo");
        var joined = facts with { Members = [.. facts.Members, new("mel", Monday.PlusDays(1))] };
        joined.Days(5)[^1].Shadow.ShouldBe("mel");
    }

    [Fact]
    public void A_joiner_does_not_reshuffle_the_others_of_this_round()
    {
        var facts = RotaExample.Team(10);
        var joined = facts with { Members = [.. facts.Members, new("mel", Monday.PlusDays(3))] };
        joined.Days(10).Names().ShouldBe(facts.Days(10).Names());
        joined.Days(15)[^1].Person.ShouldBe("mel");
    }

    [Fact]
    public void A_leaver_is_gone_after_their_last_day()
    {
        var facts = RotaExample.Team("ann", "ben", "cleo");
        var left = facts with
        {
            Members = [facts.Members[0], facts.Members[1] with { LeftOn = Monday.PlusDays(1) }, facts.Members[2]],
        };
        left.Days(6).Names().ShouldBe("ann ben cleo ann cleo ann");
    }

    [Fact]
    public void Nobody_in_has_a_cause()
    {
        var turn = RotaExample.Team("ann").Away("ann", Monday, Monday).Days(1)[0];
        (turn.Person, turn.Why).ShouldBe((null, "nobody is in: everybody is away on this day"));
        RotaExample.Team().Days(1)[0].Why.ShouldBe("nobody takes part in this duty on this day");
    }

    [Fact]
    public void A_past_turn_stays_when_the_person_is_away_or_has_left()
    {
        var facts = RotaExample.Team("ann", "ben", "cleo").Past(Monday, "cleo").Past(Monday.PlusDays(1), "zoe");
        facts.Away("cleo", Monday, Monday).Days(4).Names().ShouldBe("cleo zoe ann ben");
    }

    [Fact]
    public void A_swap_of_two_dates_moves_exactly_two_turns_for_ever_after()
    {
        var facts = RotaExample.Team("ann", "ben", "cleo", "dan", "eve");
        var swapped = facts with
        {
            Overrides =
            [
                new(Monday.PlusDays(1), "dan", "swap with ben", "dan", "ben"),
                new(Monday.PlusDays(3), "ben", "swap with dan", "dan", "dan"),
            ],
        };
        swapped.Days(10).Names().ShouldBe("ann dan cleo ben eve ann ben cleo dan eve");
        swapped.Past(Monday.PlusDays(1), "dan").Days(10).Names().ShouldBe(swapped.Days(10).Names());
    }

    [Fact]
    public void An_edit_uses_up_the_turn_of_the_person_who_gets_the_day()
    {
        var facts = RotaExample.Team("ann", "ben", "cleo", "dan");
        var edited = facts with { Overrides = [new(Monday.PlusDays(1), "dan", "by nicolas", "nicolas")] };
        edited.Days(5).Names().ShouldBe("ann dan ben cleo ann");
        edited.Away("dan", Monday.PlusDays(1), Monday.PlusDays(1)).Days(5)[1].Why.ShouldBe("moved: dan is away");
    }

    [Fact]
    public void A_day_decided_for_tomorrow_keeps_that_person_off_today()
    {
        var facts = RotaExample.Team("ann", "ben", "cleo");
        var edited = facts with { Overrides = [new(Monday.PlusDays(2), "ben", "by nicolas", "nicolas")] };
        edited.Days(4).Names().ShouldBe("ann cleo ben ann");
    }

    [Fact]
    public void A_closed_day_costs_nobody_a_turn()
    {
        var facts = RotaExample.Team("ann", "ben", "cleo") with
        {
            Hours = RotaExample.Hours("Europe/Paris", Monday.PlusDays(1)),
        };
        facts.Days(3).Select(turn => (turn.Date.Day, turn.Person)).ShouldBe([(2, "ann"), (4, "ben"), (5, "cleo")]);
    }
}
