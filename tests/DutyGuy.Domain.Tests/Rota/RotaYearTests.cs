using DutyGuy.Domain;
using NodaTime;
using Shouldly;
using Xunit;
using static DutyGuy.Tests.Rota.RotaExample;

namespace DutyGuy.Tests.Rota;

/// <summary>What people see of a rota that is planned anew each night.</summary>
public class RotaYearTests
{
    private static readonly IReadOnlyDictionary<string, Person> Nobody = new Dictionary<string, Person>();
    private static readonly Instant Before = At(-3, 10);

    private static IEnumerable<IReadOnlyList<string>> Laps(IReadOnlyList<string> line, int people) =>
        line.Chunk(people).Where(lap => lap.Length == people);

    [Theory]
    [InlineData(4, 60)]
    [InlineData(5, 60)]
    [InlineData(8, 60)]
    [InlineData(12, 60)]
    public void Each_lap_names_everybody_once_and_nobody_stands_too_close(int people, int days)
    {
        var line = new RotaYear(new([Team(people)], Nobody, Before)).Live(days).Line();
        Laps(line, people).ShouldAllBe(lap => lap.Distinct().Count() == people);
        foreach (var gap in Gaps(line))
            gap.ShouldBeInRange((people + 1) / 2, 2 * people);
    }

    /// <summary>A duty of the first people and one of the last, some in both.</summary>
    private static TeamRota Two(int first, int second, int both)
    {
        var names = Enumerable.Range(1, first + second - both).Select(i => $"p{i:000}").ToArray();
        return new([Team(names[(first - both)..]) with { Duty = "devops" }, Team(names[..first])], Nobody, Before);
    }

    [Theory]
    [InlineData(4, 3, 1)]
    [InlineData(10, 5, 3)]
    [InlineData(12, 6, 6)]
    public void Who_takes_part_in_two_duties_has_at_least_half_a_part_of_each(int first, int second, int both)
    {
        const int days = 60;
        var year = new RotaYear(Two(first, second, both)).Live(days);
        foreach (var (duty, people) in new[] { (0, second), (1, first) })
        {
            var turns = year.Line(duty).CountBy(who => who).ToDictionary();
            turns.Count.ShouldBe(people);
            turns.Values.Min().ShouldBeGreaterThanOrEqualTo(days / people / 2);
        }
    }

    [Fact]
    public void With_absences_everybody_has_as_many_turns_in_the_end_and_a_joiner_waits_two_laps_at_most()
    {
        const int people = 5;
        const int joins = 30;
        var random = new Random(people);
        var line = new RotaYear(new([Team(people)], Nobody, Before))
            .Live(
                120,
                (day, team) =>
                    day == joins ? Joins(team, "zoe")
                    : day % 9 == 4 ? Away(team, $"p{1 + random.Next(people):000}", random.Next(1, 8), random.Next(1, 6))
                    : team
            )
            .Line()
            .ToList();
        var turns = line.Where(who => who != "zoe").CountBy(who => who).Select(t => t.Value).ToList();
        (turns.Max() - turns.Min()).ShouldBeLessThanOrEqualTo(2);
        (line.IndexOf("zoe") - joins).ShouldBeInRange(1, 2 * (people + 1));
    }

    [Fact]
    public void One_begins_alone_and_imports_44_the_next_day()
    {
        var alone = new RotaYear(new([Team("p001") with { FirstDay = Monday }], Nobody, Before)).Live(1).Team;
        var all = Enumerable.Range(2, 44).Aggregate(alone, (team, i) => Joins(team, $"p{i:000}"));
        var year = new RotaYear(all).Live(20);
        year.Line().Skip(1).CountBy(who => who).ShouldAllBe(turns => turns.Value == 1);
        Turns.Between(year.Team.Duties[0], Monday, year.Team.To).ShouldAllBe(turn => turn.Shadow == null);
    }

    [Fact]
    public void Imported_turns_count()
    {
        var before = Enumerable.Range(1, 8).Select(week => Monday.PlusDays(-7 * week)).ToList();
        var team = before.Aggregate(
            Team(4),
            (facts, day) => facts.Past(day, "p001").Past(day.PlusDays(1), "p001").Past(day.PlusDays(2), "p002")
        );
        var line = new RotaYear(new([team], Nobody, Before)).Live(8).Line().Skip(24).ToList();
        line.ShouldNotContain("p001");
        line.Count(who => who is "p002").ShouldBeGreaterThan(2);
    }

    private static TeamRota Joins(TeamRota team, string who) =>
        new WhatIf { Person = who, JoinedOn = team.Duties[0].Hours.DateOf(team.Now) }.In(team);

    private static TeamRota Away(TeamRota team, string who, int from, int days)
    {
        var first = team.From.PlusDays(from);
        return new WhatIf
        {
            Person = who,
            AwayFrom = first,
            AwayTo = first.PlusDays(days),
        }.In(team);
    }

    private static IEnumerable<int> Gaps(IReadOnlyList<string> line) =>
        line.Select((who, at) => (who, at))
            .GroupBy(t => t.who)
            .SelectMany(turns => turns.Zip(turns.Skip(1), (one, next) => next.at - one.at));
}
