using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Triage;

public class PokesTests
{
    static DutyFacts Facts(TrackedError error, params Poke[] pokes) =>
        Known.Duty() with
        {
            Errors = [error],
            Pokes = pokes,
            Suggestions =
            [
                new()
                {
                    ErrorId = 1,
                    Rank = 1,
                    Person = "lea",
                    Score = 0.9,
                    Reasons = ["wrote line 7"],
                },
                new()
                {
                    ErrorId = 1,
                    Rank = 2,
                    Person = "mel",
                    Score = 0.5,
                },
            ],
        };

    static readonly TrackedError Open = Known.Error(1);
    static readonly TrackedError Leas = Known.Error(1, owner: "lea");
    static readonly Poke Asked = Known.Poke(1, "lea", Known.At(9, 30));

    static TrackedError? After(Outcome<Decision> decided) => decided.Value!.Rows.OfType<TrackedError>().LastOrDefault();

    [Fact]
    public void A_poke_assigns_at_once_and_waits_two_working_hours()
    {
        var decided = Pokes.Ask(Facts(Open), Open, "lea", "ann");
        (After(decided)!.Assignee, After(decided)!.Ownership).ShouldBe(("lea", Ownership.Poked));
        decided.Value!.Rows.OfType<Poke>().Single().AnswerBy.ShouldBe(Known.At(12));
        decided.Value.Messages.Select(m => m.Key).ShouldBe(["poke(1, 1, lea)", "assign(1, 1, lea, poke)"]);
        decided.Value.Messages[0].Text.ShouldContain("Why you: wrote line 7.");
    }

    [Fact]
    public void Nobody_is_asked_twice_about_the_same_life()
    {
        Pokes.Ask(Facts(Leas, Asked), Leas, "lea", "ann").Value!.IsEmpty.ShouldBeTrue();
        var back = Open with { Assignee = null };
        Pokes.Ask(Facts(back, Asked), back, "lea", "ann").Refusal!.Detail.ShouldContain("Next is mel.");
        Pokes
            .Ask(Facts(back with { Life = 2 }, Asked), back with { Life = 2 }, "lea", "ann")
            .Value!.Messages.ShouldNotBeEmpty();
    }

    [Fact]
    public void Who_is_away_is_refused_with_the_next_name()
    {
        var facts = Facts(Open);
        facts = facts with
        {
            Rota = facts.Rota with { Absences = [new("lea", Known.Monday, Known.Monday.PlusDays(2))] },
        };
        Pokes.Ask(facts, Open, "lea", "ann").Refusal!.Detail.ShouldBe("Lea is away until 25 November. Next is mel.");
    }

    [Fact]
    public void Who_is_on_duty_takes_it_without_a_poke()
    {
        var decided = Pokes.Ask(Facts(Open), Open, "ann", "ann");
        After(decided)!.Ownership.ShouldBe(Ownership.Taken);
        decided.Value!.Messages.ShouldNotContain(m => m.Kind == OutboxKind.Poke);
    }

    [Fact]
    public void Taken_is_due_in_two_working_days_or_on_the_day_that_was_named()
    {
        After(Answer(PokeAnswer.Taken))!.DueOn.ShouldBe(Known.Monday.PlusDays(2));
        var named = Pokes.Answer(Facts(Leas, Asked), Asked, Leas, PokeAnswer.Taken, due: Known.Monday.PlusDays(9));
        After(named)!.DueOn.ShouldBe(Known.Monday.PlusDays(9));
    }

    [Fact]
    public void Not_me_asks_who_was_named_else_the_next_candidate_else_nobody()
    {
        After(Answer(PokeAnswer.NotMe, "bob"))!.Assignee.ShouldBe("bob");
        After(Answer(PokeAnswer.NotMe))!.Assignee.ShouldBe("mel");
        After(Answer(PokeAnswer.Silence))!.Assignee.ShouldBe("mel");
        After(Answer(PokeAnswer.NotMe, "ann"))!.Assignee.ShouldBeNull();
        var all = Facts(Leas, Asked, Known.Poke(1, "mel", Known.At(9)));
        After(Pokes.Answer(all, Asked, Leas, PokeAnswer.NotMe))!.Assignee.ShouldBeNull();
    }

    [Fact]
    public void The_first_answer_counts_but_later_may_be_followed_by_what_it_came_to()
    {
        var taken = Asked with { Answer = PokeAnswer.Taken };
        Pokes.Answer(Facts(Leas, taken), taken, Leas, PokeAnswer.NotMe).Refusal!.Kind.ShouldBe(RefusalKind.Conflict);
        Pokes.Answer(Facts(Leas, taken), taken, Leas, PokeAnswer.Taken).Value!.IsEmpty.ShouldBeTrue();
        var later = Asked with { Answer = PokeAnswer.Later };
        After(Pokes.Answer(Facts(Leas, later), later, Leas, PokeAnswer.Taken))!.Ownership.ShouldBe(Ownership.Taken);
    }

    [Fact]
    public void A_new_life_is_young_again_and_keeps_its_owner_without_a_question()
    {
        var back = ErrorLife.Regress(Leas with { Status = ErrorStatus.Resolved, Baseline = true }, Known.At(15), "v3");
        (back.Life, back.CreatedAt, back.Assignee, back.Ownership, back.Baseline).ShouldBe(
            (2, Known.At(15), "lea", Ownership.Named, false)
        );
    }

    static Outcome<Decision> Answer(PokeAnswer answer, string? who = null) =>
        Pokes.Answer(Facts(Leas, Asked), Asked, Leas, answer, who);
}
