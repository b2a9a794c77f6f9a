using DutyGuy.Domain;
using NodaTime;
using Shouldly;
using Xunit;
using static DutyGuy.Tests.Rota.RotaExample;

namespace DutyGuy.Tests.Rota;

public class WorkingTimeTests
{
    [Theory]
    [InlineData(0, 10, 0, 12)]
    [InlineData(0, 16, 0, 18)] // reached at the very end of the day
    [InlineData(4, 17, 7, 10)] // over the weekend
    [InlineData(0, 3, 0, 11)]
    [InlineData(5, 12, 7, 11)]
    public void Two_working_hours_later(int day, int hour, int dayThen, int hourThen) =>
        Paris.AddWorkingTime(At(day, hour), Duration.FromHours(2)).ShouldBe(At(dayThen, hourThen));

    [Fact]
    public void Two_working_hours_of_a_person_who_is_away_on_Tuesday_and_never_works_on_Wednesday()
    {
        var member = new Member(
            "ann",
            Monday,
            WorkingDays: new HashSet<IsoDayOfWeek> { IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday }
        );
        Absence[] absences =
        [
            new("ann", Monday.PlusDays(1), Monday.PlusDays(1)),
            new("ben", Monday, Monday.PlusDays(9)),
        ];
        Paris.For(member, absences).AddWorkingTime(At(0, 17), Duration.FromHours(2)).ShouldBe(At(3, 10));
    }

    [Fact]
    public void Working_days_are_counted_with_the_later_one()
    {
        Paris.WorkingDaysBetween(Monday, Monday.PlusDays(7)).ShouldBe(5);
        Paris.AddWorkingDays(Monday, 5).ShouldBe(Monday.PlusDays(7));
        Paris.AddWorkingDays(Monday.PlusDays(7), -5).ShouldBe(Monday);
    }
}
