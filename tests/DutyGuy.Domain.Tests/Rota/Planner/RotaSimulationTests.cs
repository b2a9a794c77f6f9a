using DutyGuy.Domain;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Rota;

public class RotaSimulationTests
{
    [Theory]
    [InlineData(50, 2, 3)]
    [InlineData(65, 3, 3)]
    public void The_duties_for_five_weeks_between_two_turns(int people, int median, int nineOfTen) =>
        RotaSimulation.DutiesFor(SimulatedTeam.Of(people, 1), 25).ShouldBe((median, nineOfTen));

    [Fact]
    public void Forty_people_have_a_turn_every_eight_weeks()
    {
        var year = RotaSimulation.Run(SimulatedTeam.Of(40, 1));
        year.Gaps.Median.ShouldBe(40);
        year.TurnsAYear.ShouldBe(6.25, 0.1);
        (year.MostTurns - year.FewestTurns).ShouldBeLessThanOrEqualTo(2);
        year.OpenTurns.ShouldBe(0);
    }

    [Fact]
    public void Half_a_share_waits_twice_as_long()
    {
        var team = SimulatedTeam.Of(20, 1);
        var parted = team with { People = [.. team.People.Select((p, n) => p with { Share = n < 10 ? 1 : 0.5 })] };
        RotaSimulation.Run(parted).TurnsAYear.ShouldBe(250 / 15.0, 0.5);
    }

    [Fact]
    public void Areas_split_the_team_and_leave_the_gap_as_it_is()
    {
        var year = RotaSimulation.Run(SimulatedTeam.Of(100, 4, areas: 4));
        year.Gaps.Median.ShouldBe(25);
        RotaSimulation.Run(SimulatedTeam.Of(100, 4, areas: 4)).ShouldBe(year);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(65)]
    [InlineData(200)]
    public void The_split_by_area_is_the_smallest_that_keeps_the_aim(int people)
    {
        var team = SimulatedTeam.Of(people, 1);
        var (areas, year) = RotaSimulation.SplitFor(team, 25)!.Value;
        year.Gaps.NineOfTen.ShouldBeLessThanOrEqualTo(25);
        RotaSimulation.Run(team.With(areas) with { Areas = areas }).ShouldBe(year);
        var fewer = team.With(areas - 1) with { Areas = areas - 1 };
        RotaSimulation.Run(fewer).Gaps.NineOfTen.ShouldBeGreaterThan(25);
    }

    [Fact]
    public void An_area_of_one_person_is_no_split() =>
        RotaSimulation.SplitFor(SimulatedTeam.Of(3, 1), 1).ShouldBeNull();
}
