using DutyGuy.Domain;
using NodaTime;
using Shouldly;
using Xunit;
using static DutyGuy.Tests.Rota.RotaExample;

namespace DutyGuy.Tests.Rota;

public class HoldingsTests
{
    private static readonly RotaFacts Facts = Team("ann", "ben", "cleo");

    [Fact]
    public void S11_the_answer_changes_at_the_very_instant()
    {
        OnDuty.At(Facts, [], At(0, 9) - Duration.Epsilon).Person.ShouldBeNull();
        OnDuty.At(Facts, [], At(0, 9)).Person.ShouldBe("ann");
        OnDuty.At(Facts, [], At(0, 18) - Duration.Epsilon).Person.ShouldBe("ann");
        OnDuty.At(Facts, [], At(0, 18)).Person.ShouldBeNull();
    }

    [Fact]
    public void S12_outside_the_hours_nobody_is_on_duty_and_the_answer_says_until_when()
    {
        var answer = OnDuty.At(Facts, [], At(5, 12));
        answer.ShouldBe(new(null, At(4, 18), At(7, 9), new("cleo", At(7, 9))));
    }

    [Fact]
    public void A_duty_without_people_has_an_answer() =>
        OnDuty.At(Team(), [], At(0, 12)).ShouldBe(new(null, null, null, null));

    [Fact]
    public void A_take_over_at_night_before_a_day_without_anybody_lasts_through_that_day() =>
        OnDuty
            .At(Team(), [Act(TurnActKind.TookOver, "ann", At(0, 20))], At(1, 3))
            .ShouldBe(new("ann", At(0, 20), At(1, 18), null));

    [Fact]
    public void A_take_over_with_no_turn_in_sight_has_no_known_end()
    {
        var closed = Enumerable.Range(1, 90).Select(day => Monday.PlusDays(day)).ToArray();
        OnDuty
            .At(
                Facts with
                {
                    Hours = Hours("Europe/Paris", closed),
                },
                [Act(TurnActKind.TookOver, "ann", At(0, 20))],
                At(9, 3)
            )
            .ShouldBe(new("ann", At(0, 20), null, null));
    }

    [Fact]
    public void A_take_over_cuts_the_day_into_two_adjoining_items()
    {
        var holdings = Holdings.Of(Facts, [Act(TurnActKind.TookOver, "cleo", At(0, 11))], At(0, 0), At(1, 0));
        holdings.ShouldBe([
            new("ann", Monday, At(0, 9), At(0, 11), HoldingOrigin.Planned),
            new("cleo", Monday, At(0, 11), At(0, 18), HoldingOrigin.TookOver),
        ]);
    }

    [Fact]
    public void S13_an_early_end_leaves_nobody_until_a_take_over()
    {
        TurnAct[] acts = [Act(TurnActKind.Ended, "ann", At(0, 10), "ill"), Act(TurnActKind.TookOver, "ben", At(0, 12))];
        OnDuty.At(Facts, acts, At(0, 11)).ShouldBe(new(null, At(0, 10), At(0, 12), new("ben", At(0, 12))));
        OnDuty.At(Facts, acts, At(0, 12)).Person.ShouldBe("ben");
        Holdings.Of(Facts, acts, At(0, 0), At(1, 0))[0].EndedEarly.ShouldBe("ill");
    }

    [Fact]
    public void A_take_over_at_night_lasts_until_it_is_ended_or_the_next_turn_starts()
    {
        var taken = Act(TurnActKind.TookOver, "cleo", At(0, 23));
        OnDuty.At(Facts, [taken], At(1, 3)).ShouldBe(new("cleo", At(0, 23), At(1, 9), new("ben", At(1, 9))));
        var ended = Act(TurnActKind.Ended, "cleo", At(1, 1), "done");
        OnDuty.At(Facts, [taken, ended], At(1, 3)).Person.ShouldBeNull();
    }

    [Fact]
    public void Before_the_first_day_one_takes_over_until_the_end_of_the_hours()
    {
        var friday = Act(TurnActKind.TookOver, "ben", At(-3, 11));
        OnDuty.At(Facts, [friday], At(-3, 12)).ShouldBe(new("ben", At(-3, 11), At(-3, 18), new("ann", At(0, 9))));
    }

    [Fact]
    public void Who_does_not_hold_the_duty_cannot_end_it_and_who_holds_it_cannot_take_it_over()
    {
        TurnAct[] acts = [Act(TurnActKind.Ended, "ben", At(0, 10), "?"), Act(TurnActKind.TookOver, "ann", At(0, 11))];
        Holdings.Of(Facts, acts, At(0, 0), At(1, 0)).ShouldHaveSingleItem().To.ShouldBe(At(0, 18));
    }

    [Fact]
    public void A_watch_keeps_the_turn_open_but_never_into_the_next_one()
    {
        OnDuty.At(Facts, [], At(0, 18, 10), Until(At(0, 18, 15))).Person.ShouldBe("ann");
        OnDuty.At(Facts, [], At(0, 18, 15), Until(At(0, 18, 15))).Person.ShouldBeNull();
        OnDuty.At(Facts, [], At(1, 9), Until(At(1, 12))).Person.ShouldBe("ben");
    }

    [Fact]
    public void An_absence_entered_after_the_start_does_not_change_who_is_on_duty()
    {
        var away = Facts.Away("ann", Monday, Monday);
        OnDuty.At(away, [], At(0, 12)).Person.ShouldBe("ben");
        OnDuty.At(away.Past(Monday, "ann"), [], At(0, 12)).Person.ShouldBe("ann");
    }

    [Fact]
    public void A_start_only_records()
    {
        var act = Act(TurnActKind.Started, "ann", At(0, 9, 5));
        Holdings.Of(Facts, [act], At(0, 0), At(9, 0)).ShouldBe(Holdings.Of(Facts, [], At(0, 0), At(9, 0)));
    }

    private static Dictionary<LocalDate, Instant> Until(Instant at) => new() { [Monday] = at };
}
