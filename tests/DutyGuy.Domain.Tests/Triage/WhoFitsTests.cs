using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Triage;

/// <summary>Ann is on duty; Bob, Lea and Mel can be asked.</summary>
public class WhoFitsTests
{
    private static readonly TrackedError Open = Known.Error(1);

    private static DutyFacts Facts(params (string Person, double Score)[] suggested) =>
        Known.Duty() with
        {
            Errors = [Open],
            Suggestions =
            [
                .. suggested.Select(
                    (s, place) =>
                        new Suggestion
                        {
                            ErrorId = 1,
                            Rank = place + 1,
                            Person = s.Person,
                            Score = s.Score,
                        }
                ),
            ],
        };

    private static DutyFacts Away(DutyFacts facts, string person) =>
        facts with
        {
            Rota = facts.Rota with { Absences = [new(person, Known.Monday, Known.Monday.PlusDays(2))] },
        };

    private static IEnumerable<string> Order(DutyFacts facts) => WhoFits.Ranked(facts, Open).Select(s => s.Person);

    [Theory]
    [InlineData(0.25, "lea")]
    [InlineData(0.24, null)]
    public void From_a_quarter_on_the_best_is_chosen_beforehand(double score, string? chosen)
    {
        var facts = Facts(("lea", score), ("mel", 0.1));

        WhoFits.First(facts, Open)?.Person.ShouldBe(chosen);
        WhoFits.Next(facts, Open).ShouldBe(chosen);
        (WhoFits.NobodyFits(facts, Open) is null).ShouldBe(chosen is not null);
    }

    [Fact]
    public void When_nobody_fits_the_page_says_so_and_who_is_likeliest() =>
        WhoFits
            .NobodyFits(Facts(("lea", 0.24), ("mel", 0.1)), Open)
            .ShouldBe(
                "Nobody fits well: even Lea has 24 % only, so nobody is asked by itself. "
                    + "You choose: ask somebody, or look into it yourself."
            );

    [Fact]
    public void Who_is_away_is_passed_over_and_their_part_is_the_others()
    {
        // Of what Lea leaves, Mel has 0.15 of 0.3.
        WhoFits.First(Away(Facts(("lea", 0.7), ("mel", 0.15)), "lea"), Open)!.Person.ShouldBe("mel");
        WhoFits.First(Away(Facts(("lea", 0.3), ("mel", 0.15)), "lea"), Open).ShouldBeNull();
        WhoFits
            .NobodyFits(Away(Facts(("lea", 0.7)), "lea"), Open)
            .ShouldBe(
                "None of these people can be asked now. You choose: ask somebody else, or look into it yourself."
            );
    }

    [Fact]
    public void Who_said_that_it_is_not_theirs_leaves_their_part_to_the_others()
    {
        var asked = Known.Poke(1, "lea", Known.At(9, 30));

        WhoFits.Next(Facts(("lea", 0.7), ("mel", 0.15)) with { Pokes = [asked] }, Open).ShouldBe("mel");
        WhoFits.Next(Facts(("lea", 0.7), ("mel", 0.05)) with { Pokes = [asked] }, Open).ShouldBeNull();
    }

    [Fact]
    public void Who_is_on_duty_may_be_chosen_but_is_not_asked_next()
    {
        var facts = Facts(("ann", 0.6), ("mel", 0.3));

        WhoFits.First(facts, Open)!.Person.ShouldBe("ann");
        WhoFits.Next(facts, Open).ShouldBe("mel");
    }

    [Fact]
    public void Among_equals_who_has_fewest_open_errors_comes_first()
    {
        var facts = Facts(("lea", 0.40), ("mel", 0.37), ("bob", 0.2));

        Order(facts).ShouldBe(["lea", "mel", "bob"]);
        Order(facts with { Errors = [Open, Known.Error(2, owner: "lea")] }).ShouldBe(["mel", "lea", "bob"]);
        Order(facts with { Errors = [Open with { Assignee = "lea" }] }).ShouldBe(["lea", "mel", "bob"]);
        Order(Facts(("lea", 0.40), ("mel", 0.35)) with { Errors = [Open, Known.Error(2, owner: "lea")] })
            .ShouldBe(["lea", "mel"], "0.35 is less than nine tenths of 0.4");
    }

    [Fact]
    public void Without_suggestions_there_is_nobody_and_nothing_to_say()
    {
        WhoFits.First(Facts(), Open).ShouldBeNull();
        WhoFits.NobodyFits(Facts(), Open).ShouldBeNull();
    }
}
