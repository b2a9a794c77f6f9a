using DutyGuy.Domain;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Rota;

public class RotaPlannerTests
{
    private static readonly LocalDate Monday = PlanProblems.Monday;
    private static readonly PlanLimit Work = PlanLimit.Steps(50_000);

    [Fact]
    public void Half_a_share_is_half_the_turns()
    {
        var team = Team("ann", "ben", "cleo");
        team = team with { People = [team.People[0] with { Share = 0.5 }, .. team.People.Skip(1)] };
        var turns = RotaPlanner.Best(team with { To = Monday.PlusDays(67) }, Work).Turns;
        turns.Count(turn => turn.Person == "ann").ShouldBe(10);
        turns.Count(turn => turn.Person == "ben").ShouldBe(20);
    }

    [Fact]
    public void A_short_absence_costs_nobody_else_a_turn()
    {
        var team = Team("ann", "ben", "cleo", "dan") with { To = Monday.PlusDays(53) };
        var plan = RotaPlanner.Best(Away(team, "ann", 0, 4), Work);
        plan.Turns.CountBy(turn => turn.Person).ShouldAllBe(person => person.Value == 10);
    }

    [Fact]
    public void A_day_that_nobody_can_do_says_what_hinders_everybody()
    {
        var team = Away(Team("ann", "ben"), "ann", 2, 4);
        var noWednesdays = new HashSet<IsoDayOfWeek> { IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday };
        team = team with { People = [team.People[0], team.People[1] with { Workdays = noWednesdays }] };
        RotaPlanner
            .Best(team, Work)
            .Uncovered[0]
            .ShouldBe(
                new("duty", Monday.PlusDays(2), "ann is away from 4 to 6 March, ben does not work on Wednesdays")
            );
    }

    [Fact]
    public void A_turn_of_somebody_who_is_away_moves_and_nobody_else_is_moved()
    {
        var team = Team("ann", "ben", "cleo", "dan", "eve", "fay");
        var before = RotaPlanner.Best(team, Work).Turns;
        var first = before[0];
        var again = Away(team, first.Person, 0, 1) with { Previous = before, AnnouncedUntil = Monday.PlusDays(27) };
        var change = RotaPlanner.Best(again, Work).Changes.ShouldHaveSingleItem();
        change.Why.ShouldBe(
            $"2 March moves from {first.Person} to {change.To}: {first.Person} is away from 2 to 3 March"
        );
    }

    [Fact]
    public void An_agreed_swap_is_kept_and_named()
    {
        var team = Team("ann", "ben", "cleo", "dan");
        var before = RotaPlanner.Best(team, Work).Turns;
        var other = team.People.First(person =>
            before.Take(5).All(turn => turn.Person != person.Id) || person.Id != before[0].Person
        );
        var again = team with { Previous = before, Fixed = [before[0] with { Person = other.Id }] };
        RotaPlanner.Best(again, Work).Changes[0].Why.ShouldEndWith($"agreed that {other.Id} has it");
    }

    [Fact]
    public void A_newcomer_looks_on_before_the_first_own_turn()
    {
        var team = Team("ann", "ben", "cleo");
        var newcomer = new PlanPerson("zoe") { Since = Monday.PlusDays(3), Experience = new HashSet<string>() };
        var plan = RotaPlanner.Best(team with { People = [.. team.People, newcomer] }, Work);
        plan.Shadows.ShouldHaveSingleItem().ShouldBe(new("duty", Monday.PlusDays(3), "zoe"));
        plan.Turns.First(turn => turn.Person == "zoe").Date.ShouldBeGreaterThan(Monday.PlusDays(3));
    }

    [Fact]
    public void Without_people_every_day_is_open() =>
        RotaPlanner.Best(Team(), Work).Uncovered.ShouldAllBe(turn => turn.Why == "nobody takes part in duty");

    [Fact]
    public void A_problem_that_makes_no_sense_is_refused()
    {
        RotaPlanner.Wrong(Team("ann")).ShouldBeNull();
        RotaPlanner.Wrong(Team("ann", "ann"))!.Detail.ShouldBe("“ann” is named twice.");
        RotaPlanner.Wrong(Team("ann") with { To = Monday.PlusDays(-1) })!.Field.ShouldBe("to");
    }

    private static PlanProblem Team(params string[] people) =>
        new(
            "team",
            Monday,
            Monday.PlusDays(25),
            1,
            [new("duty") { ShadowDays = 1 }],
            [.. people.Select(name => new PlanPerson(name))]
        );

    private static PlanProblem Away(PlanProblem problem, string person, int from, int to) =>
        problem with
        {
            People =
            [
                .. problem.People.Select(one =>
                    one.Id == person ? one with { Absences = [new(Monday.PlusDays(from), Monday.PlusDays(to))] } : one
                ),
            ],
        };
}
