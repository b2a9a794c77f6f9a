using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Rota;

public class RotaHealthTests
{
    [Fact]
    public void Of_four_who_are_always_there_everybody_has_every_fourth_day()
    {
        var health = RotaHealth.Of(Known.Duty());
        health.MedianGap.ShouldBe(4);
        health.LongestGap!.WorkingDays.ShouldBe(4);
        health.Turns.ShouldBe(new(32, 33));
        health.People.ShouldBe(4);
        health.Aim.ShouldBe(25);
        health.OverAim.ShouldBeEmpty();
        health.Uncovered.ShouldBeEmpty();
    }

    [Fact]
    public void Fridays_are_counted_by_themselves()
    {
        // With five people each always has the same day of the week.
        var health = RotaHealth.Of(Team("ann", "bob", "lea", "mel", "tom"));
        health.UnpopularTurns.ShouldBe(new(0, 26));
    }

    [Fact]
    public void Who_is_away_for_a_quarter_is_over_the_aim()
    {
        var health = RotaHealth.Of(Away("lea", 5, 95));
        health.OverAim.ShouldBe(["lea"]);
        health.LongestGap!.Person.ShouldBe("lea");
        health.LongestGap.WorkingDays.ShouldBeInRange(60, 70);
        health.Turns!.Most.ShouldBeGreaterThan(health.Turns.Fewest + 10);
    }

    [Fact]
    public void Who_never_has_a_turn_is_over_the_aim_though_there_is_no_gap()
    {
        var facts = Known.Duty();
        var turns = facts.Rota.Hours;
        var planned = Enumerable
            .Range(0, 200)
            .Select(day => Known.Monday.PlusDays(day))
            .Where(turns.IsWorkingDay)
            .Select((date, i) => new PlannedTurn(date, i % 2 == 0 ? "ann" : "bob"));
        var health = RotaHealth.Of(
            facts with
            {
                Rota = facts.Rota with
                {
                    Planned = [.. planned],
                    Members = [.. facts.Rota.Members.Where(m => m.Handle != "mel")],
                },
            }
        );
        health.OverAim.ShouldBe(["lea"]);
    }

    [Fact]
    public void A_day_that_nobody_can_have_is_named_with_why()
    {
        var facts = Known.Duty();
        var day = Known.Monday.PlusDays(8);
        var away = facts.Rota.Members.Select(m => new Absence(m.Handle, day, day));
        var health = RotaHealth.Of(facts with { Rota = facts.Rota with { Absences = [.. away] } });
        var open = health.Uncovered.ShouldHaveSingleItem();
        open.Date.ShouldBe(day);
        open.Why.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void Turns_of_a_newcomer_are_not_compared_with_those_who_were_always_there()
    {
        var facts = Known.Duty();
        var joins = new Member("tom", Known.Monday.PlusDays(100));
        var health = RotaHealth.Of(facts with { Rota = facts.Rota with { Members = [.. facts.Rota.Members, joins] } });
        health.Turns!.Fewest.ShouldBeGreaterThan(25);
        health.People.ShouldBe(4);
    }

    private static DutyFacts Away(string person, int from, int to)
    {
        var facts = Known.Duty();
        return facts with { Rota = facts.Rota.Away(person, Known.Monday.PlusDays(from), Known.Monday.PlusDays(to)) };
    }

    private static DutyFacts Team(params string[] handles)
    {
        var facts = Known.Duty();
        return facts with
        {
            Rota = facts.Rota with { Members = [.. handles.Select(h => new Member(h, Known.Monday.PlusDays(-100)))] },
        };
    }
}
