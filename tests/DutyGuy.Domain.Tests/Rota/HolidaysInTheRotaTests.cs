using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Rota;

/// <summary>The duty's holidays are no working days; a person's own only pass their turn on.</summary>
public class HolidaysInTheRotaTests
{
    // A Wednesday: a holiday in France; in Germany an ordinary day.
    static readonly LocalDate ArmisticeDay = new(2026, 11, 11);

    // A Friday that is a holiday in none of them.
    static readonly LocalDate Friday = new(2026, 11, 13);

    [Fact]
    public void A_dutys_holidays_close_it_beside_its_own_dates()
    {
        var duty = Duty("FR", Friday);
        var hours = RotaOf.Hours(duty, Shipped.Engineering);
        hours.IsWorkingDay(ArmisticeDay).ShouldBeFalse();
        hours.IsWorkingDay(Friday).ShouldBeFalse();
        hours.IsWorkingDay(ArmisticeDay.PlusDays(1)).ShouldBeTrue();
        RotaOf.Hours(duty with { Holidays = "DE" }, Shipped.Engineering).IsWorkingDay(ArmisticeDay).ShouldBeTrue();
        RotaOf.Hours(Duty("FR"), Shipped.Engineering).ClosedOn.ShouldBeSameAs(PublicHolidays.Find("FR")!.Dates);
    }

    [Fact]
    public void A_person_has_no_turn_on_a_holiday_of_their_own_and_keeps_their_place()
    {
        string[] team = ["ann", "ben", "cleo"];
        var without = Plan([.. team.Select(Known.Somebody)]);
        var holder = without.Single(turn => turn.Date == ArmisticeDay).Person!;
        var with = Plan([
            .. team.Select(Known.Somebody).Select(p => p.Handle == holder ? p with { Holidays = "FR" } : p),
        ]);
        var moved = with.Single(turn => turn.Date == ArmisticeDay);
        moved.Person.ShouldNotBe(holder);
        moved.Why.ShouldBe($"moved: {holder} has a holiday (Armistice Day)");
        with.Single(turn => turn.Date == ArmisticeDay.PlusDays(1)).Person.ShouldBe(holder);
        with.Where(turn => turn.Date < ArmisticeDay).ShouldBe(without.Where(turn => turn.Date < ArmisticeDay));
    }

    [Fact]
    public void Nobody_is_asked_on_their_own_holiday_and_it_is_no_working_time_of_theirs()
    {
        var facts = Known.Duty(Known.At(10, day: 15)); // 8 December: Immaculate Conception in Austria
        Presence.Of(facts, "lea").ShouldBeNull();
        facts = facts with
        {
            People = facts.People.Values.ToDictionary(p => p.Handle, p => p with { Holidays = "AT" }),
        };
        Presence.Of(facts, "lea").ShouldBe("Lea has a holiday today (Immaculate Conception).");
        Presence.HoursOf(facts, "lea").IsWorkingDay(new(2026, 12, 8)).ShouldBeFalse();
        Presence.HoursOf(facts, "lea").IsWorkingDay(new(2026, 12, 9)).ShouldBeTrue();
    }

    [Fact]
    public void Who_is_poked_has_two_hours_of_their_own_working_time()
    {
        var error = Known.Error(1);
        var facts = Known.Duty(Known.At(17, day: 14)) with { Errors = [error] };
        facts = facts with
        {
            People = facts.People.Values.ToDictionary(p => p.Handle, p => p with { Holidays = "AT" }),
        };
        var person = facts.OnDuty.Person == "lea" ? "mel" : "lea";
        var poke = Pokes.Ask(facts, error, person, facts.OnDuty.Person!).Value!.Rows.OfType<Poke>().Single();
        poke.AnswerBy.ShouldBe(
            Known.At(10, day: 16),
            "an hour on the 7th, none on the 8th, which is a holiday of theirs"
        );
    }

    static IReadOnlyList<PlannedTurn> Plan(IReadOnlyList<Person> people)
    {
        var duty = Duty(null);
        people = [.. people.Select(p => p with { AddedAt = duty.CreatedAt })];
        var rota = RotaOf.Duty(duty, Shipped.Engineering, people, [], [], [], []);
        return Turns.Between(rota, RotaExample.Monday, RotaExample.Monday.PlusDays(20));
    }

    static Duty Duty(string? holidays, params LocalDate[] closedOn) =>
        new()
        {
            Id = "engineering",
            Name = "Engineering",
            ClosedOn = closedOn,
            Holidays = holidays,
            CreatedAt = RotaExample.At(-3, 10),
        };
}
