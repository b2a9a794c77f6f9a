using CsCheck;
using DutyGuy.Domain;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Rota;

/// <summary>What holds for every plan, whoever is in the team.</summary>
public class RotaPlannerProperties
{
    private const int Problems = 60;
    private static readonly PlanLimit Little = PlanLimit.Steps(3000);

    [Fact]
    public void No_hard_rule_is_broken_by_a_fresh_plan() =>
        PlanProblems.Fresh.Sample(problem => Broken(problem).ShouldBeEmpty(), iter: Problems);

    [Fact]
    public void No_hard_rule_is_broken_by_planning_again() =>
        PlanProblems.Replanned.Sample(problem => Broken(problem).ShouldBeEmpty(), iter: Problems);

    [Fact]
    public void The_first_plan_is_valid_and_searching_never_makes_it_worse() =>
        PlanProblems.Fresh.Sample(
            problem =>
            {
                var planner = new RotaPlanner(problem);
                PlanCheck.Of(problem, planner.Plan).Broken.ShouldBeEmpty();
                var first = planner.Worth;
                planner.Improve(Little);
                (planner.Worth.Shortfall, planner.Worth.Objective + planner.Worth.Looks)
                    .CompareTo((first.Shortfall, first.Objective + first.Looks))
                    .ShouldBeLessThanOrEqualTo(0);
            },
            iter: Problems
        );

    [Fact]
    public void The_same_work_gives_the_same_plan() =>
        PlanProblems.Replanned.Sample(
            problem =>
            {
                var (one, other) = (RotaPlanner.Best(problem, Little), RotaPlanner.Best(problem, Little));
                other.Turns.ShouldBe(one.Turns);
                other.Shadows.ShouldBe(one.Shadows);
                other.Changes.ShouldBe(one.Changes);
            },
            iter: Problems / 3
        );

    [Fact]
    public void The_sums_of_all_small_changes_are_what_the_whole_plan_is_worth() =>
        Gen.OneOf(PlanProblems.Fresh, PlanProblems.Replanned)
            .Sample(
                problem =>
                {
                    var model = new PlanModel(problem);
                    var roster = new Roster(model);
                    new GreedyStart(model, roster).Fill();
                    for (var seed = 1UL; seed < 4; seed++)
                    {
                        new Annealing(model, roster, Little, AnnealingSchedule.Replan).Run(seed);
                        var (parts, shortfall) = PlanValue.Of(model, roster.Holder);
                        roster.Cost.ShouldBe(parts.Sum());
                        roster.Shortfall.ShouldBe(shortfall);
                    }
                },
                iter: Problems
            );

    [Fact]
    public void What_a_change_would_add_is_what_it_adds() =>
        PlanProblems.Replanned.Sample(
            problem =>
            {
                var model = new PlanModel(problem);
                var roster = new Roster(model) { GapWeight = Points.One };
                new GreedyStart(model, roster).Fill();
                for (var turn = 0; turn + 3 < roster.Holder.Length; turn++)
                    SwapAsExpected(roster, model, turn, turn + 3);
            },
            iter: Problems
        );

    private static void SwapAsExpected(Roster roster, PlanModel model, int turn, int other)
    {
        var (person, with) = (roster.Holder[turn], roster.Holder[other]);
        var (day, otherDay) = (model.Calendar.TurnDay[turn], model.Calendar.TurnDay[other]);
        if (person < 0 || with < 0 || person == with || roster.IsBusy(person, otherDay) || roster.IsBusy(with, day))
            return;
        if (model.Pins.Pin[turn] >= 0 || model.Pins.Pin[other] >= 0)
            return;
        var expected = roster.SwapDelta(turn, person, other, with);
        var before = roster.Cost + roster.Shortfall * roster.GapWeight;
        roster.Swap(turn, other);
        (roster.Cost + roster.Shortfall * roster.GapWeight - before).ShouldBe(expected);
    }

    private static IEnumerable<string> Broken(PlanProblem problem) =>
        PlanCheck.Of(problem, RotaPlanner.Best(problem, Little)).Broken.Select(b => $"{b.Rule}: {b.What}");
}
