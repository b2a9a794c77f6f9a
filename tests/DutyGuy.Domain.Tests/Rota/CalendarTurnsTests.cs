using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Rota;

public class CalendarTurnsTests
{
    private static readonly DutyFacts Facts = Known.Duty();

    [Fact]
    public void My_turns_are_numbered_from_the_first_and_remind_the_working_day_before()
    {
        var turns = CalendarTurns.Of([Facts], "mel");
        turns.Select(t => t.Id).ShouldBeUnique();
        var hours = Facts.Rota.Hours;
        foreach (var turn in turns)
        {
            var date = hours.DateOf(turn.From);
            turn.From.ShouldBe(hours.StartOf(date));
            turn.To.ShouldBe(hours.EndOf(date));
            turn.AlarmAt.ShouldBe(hours.At(hours.PreviousWorkingDay(date), new LocalTime(16, 0)));
        }
    }

    [Fact]
    public void The_same_turn_keeps_its_id_on_another_date()
    {
        var mine = CalendarTurns.Of([Facts], "mel");
        var date = Facts.Rota.Hours.DateOf(mine[1].From);
        var other = Turns.Between(Facts.Rota, date, date.PlusDays(4)).First(t => t.Person != "mel");
        var swapped = Facts with
        {
            Rota = Facts.Rota with
            {
                Overrides =
                [
                    new(date, other.Person!, "swap", "mel", "mel"),
                    new(other.Date, "mel", "swap", "mel", other.Person),
                ],
            },
        };
        var after = CalendarTurns.Of([swapped], "mel");
        after.Single(t => t.Id == mine[1].Id).From.ShouldBe(Facts.Rota.Hours.StartOf(other.Date));
        after.Count.ShouldBe(mine.Count);
    }

    [Fact]
    public void The_calendar_of_a_duty_has_each_date_once_with_a_name()
    {
        var turns = CalendarTurns.Of(Facts);
        turns.Select(t => t.Id).ShouldBeUnique();
        turns.ShouldAllBe(t => t.Title.Contains(": ") && t.AlarmAt == null);
    }
}
