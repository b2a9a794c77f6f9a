using CsCheck;
using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Boards;

public class BoardOfTests
{
    static DutyFacts Red(DutyFacts facts) => facts.With(Known.Ci("a", CiStatus.Failing));

    [Fact]
    public void Red_main_is_first_and_the_rest_waits_with_its_count()
    {
        var facts = Red(Known.Duty() with { Errors = [Known.Error(1), Known.Error(2, "production")] });
        var board = BoardOf.Duty(facts);
        board.Lines[0].Rule.ShouldBe("green");
        board.Lines[0].Why.ShouldBe("1 test of clinic fails.");
        board.Lines.Skip(1).ShouldAllBe(l => l.State == LineState.Waiting);
        (board.ToDo, board.Waiting).ShouldBe((1, 2));
    }

    [Fact]
    public void An_owned_error_is_somebody_elses_also_while_main_is_red()
    {
        var facts = Red(
            Known.Duty() with
            {
                Errors = [Known.Error(1, owner: "lea"), Known.Error(2, "production", "lea")],
            }
        );
        var board = BoardOf.Duty(facts);
        board.Lines.ShouldHaveSingleItem().Rule.ShouldBe("green");
        board.Others.Select(o => o.Why).ShouldBe(["Lea was poked, no answer yet.", "Lea was poked, no answer yet."]);
    }

    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public void An_owner_who_is_overdue_or_whose_error_grew_tenfold_is_asked(string environment)
    {
        var taken = ErrorLife.Take(Known.Error(1, environment), "lea", Known.Monday);
        Lines(taken, Known.At(10)).ShouldBeEmpty();
        Lines(taken with { Users = 19 }, Known.At(10)).ShouldBeEmpty();
        Lines(taken with { Users = 20 }, Known.At(10)).ShouldBe(["Ask Lea: Error 1"]);
        Lines(taken with { CreatedAt = Known.At(12) }, Known.At(10, day: 1)).ShouldBe(["Ask Lea: Error 1"]);
    }

    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public void Later_today_comes_back_at_five(string environment)
    {
        var later = Known.Error(1, environment, "lea") with { Ownership = Ownership.Later };
        Lines(later, Known.At(16, 59)).ShouldBeEmpty();
        Lines(later, Known.At(17)).ShouldBe(["Ask Lea: Error 1"]);
    }

    [Fact]
    public void Outside_the_hours_there_is_nothing_to_do_and_nothing_to_show()
    {
        var facts = Red(Known.Duty(Known.At(18)) with { Errors = [Known.Error(1), Known.Error(2, owner: "lea")] });
        var board = BoardOf.Duty(facts);
        board.OnDuty.Person.ShouldBeNull();
        board.Lines.ShouldBeEmpty();
        board.Others.ShouldBeEmpty();
    }

    [Fact]
    public void What_the_tracker_held_before_is_one_line_with_its_true_count()
    {
        var errors = Enumerable.Range(1, 1412).Select(i => Known.Error(i) with { Baseline = true });
        var line = BoardOf.Duty(Known.Duty() with { Errors = [.. errors] }).Lines.ShouldHaveSingleItem();
        (line.Title, line.Count).ShouldBe(("1,412 from before", 1412));
    }

    [Fact]
    public void An_owned_error_that_turned_old_comes_to_the_duty_on_the_next_working_day()
    {
        var error = Known.Error(1, owner: "lea") with { CreatedAt = Known.At(11, day: -2) };
        Lines(error, Known.At(11)).ShouldBeEmpty();
        Lines(error, Known.At(9, day: 1)).ShouldBe(["Write up: Error 1"]);
    }

    [Fact]
    public void A_copy_of_the_facts_at_another_moment_asks_anew_who_is_on_duty()
    {
        var night = Known.Duty(Known.At(18));
        night.OnDuty.Person.ShouldBeNull();
        (night with { Now = Known.At(17, 59) }).OnDuty.Person.ShouldBe("ann");
        (night with { Now = Known.At(17, 59) })
            .With(TurnActKind.TookOver, "lea", Known.At(12))
            .OnDuty.Person.ShouldBe("lea");
    }

    [Fact]
    public void The_board_never_shows_a_line_twice_and_never_an_error_both_as_to_do_and_as_somebody_elses()
    {
        var error = Gen.Select(
            Pick.Of("staging", "production", "qa"),
            Pick.Of(Enum.GetValues<Ownership>()),
            Gen.Int[0, 5000],
            Gen.Bool,
            Pick.Of<int?>(null, 1)
        );
        Gen.Select(error.List[0, 12], Pick.Of(Enum.GetValues<CiStatus>()), Gen.Int[0, 47])
            .Sample(
                (errors, ci, halfHour) =>
                {
                    var now = Known.At(0) + Duration.FromMinutes(30 * halfHour);
                    var facts = Known.Duty(now).With(Known.Ci("a", ci, Known.At(0))) with
                    {
                        Errors =
                        [
                            .. errors.Select((e, i) => Random(i + 1, e.Item1, e.Item2, e.Item3, e.Item4, e.Item5, now)),
                        ],
                    };
                    var board = BoardOf.Duty(facts);
                    board.Lines.Select(l => (l.Rule, l.Subject, l.Environment)).ShouldBeUnique();
                    var subjects = board.Lines.Concat(board.Others).Select(l => l.Subject).Where(s => s is not null);
                    subjects.ShouldBeUnique();
                    if (board.OnDuty.Person is null)
                        board.Lines.Concat(board.Others).ShouldBeEmpty();
                },
                iter: 300
            );
    }

    static IReadOnlyList<string> Lines(TrackedError error, Instant now) =>
        [
            .. BoardOf
                .Duty(Known.Duty(now) with { Errors = [error] })
                .Lines.Where(l => l.Subject is not null)
                .Select(l => l.Title),
        ];

    static TrackedError Random(
        long id,
        string environment,
        Ownership ownership,
        int minutesOld,
        bool baseline,
        int? ticket,
        Instant now
    ) =>
        Known.Error(id, environment, ownership == Ownership.None ? null : "lea") with
        {
            Ownership = ownership,
            CreatedAt = now - Duration.FromMinutes(minutesOld),
            Baseline = baseline,
            TicketLife = ticket,
            DueOn = Known.Monday,
            UsersWhenTaken = 1,
        };
}
