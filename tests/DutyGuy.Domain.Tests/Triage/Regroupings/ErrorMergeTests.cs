using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Triage;

public class ErrorMergeTests
{
    private readonly Shelf shelf = new();
    private readonly long older;
    private readonly long younger;

    public ErrorMergeTests()
    {
        older = shelf.Comes("total");
        shelf.Now += Duration.FromMinutes(5);
        younger = shelf.Comes("price");
        shelf.Now += Duration.FromMinutes(5);
    }

    [Fact]
    public void The_older_stays_with_all_events_and_coming_ones_of_both_kinds_go_to_it()
    {
        shelf.Merge(younger, older).Value!.Shown.ShouldBe(older);
        (shelf[older].Events, shelf[older].LastSeen).ShouldBe((2, Known.At(10, 5)));
        (shelf[younger].Status, shelf[younger].MergedInto).ShouldBe((ErrorStatus.Merged, older));
        shelf.Comes("price").ShouldBe(older);
        shelf.Comes("total").ShouldBe(older);
        shelf.Facts.Last().Text.ShouldBe("Ann made “price: it broke” one with “total: it broke”.");
    }

    [Fact]
    public void The_life_is_the_earliest_of_both()
    {
        shelf.Change(older, e => e with { CreatedAt = Known.At(10, 8), RegressedAt = Known.At(10, 8), Life = 2 });
        shelf.Merge(older, younger);
        (shelf[older].CreatedAt, shelf[older].RegressedAt, shelf[older].Life).ShouldBe((Known.At(10, 5), null, 2));
    }

    [Fact]
    public void Its_own_owner_stays_and_the_open_question_of_the_other_is_withdrawn_once()
    {
        shelf.Change(older, e => ErrorLife.Assign(e, "bob"));
        shelf.Asks(younger, "lea");
        shelf.Merge(older, younger);
        shelf[older].Assignee.ShouldBe("bob");
        shelf.Pokes.ShouldHaveSingleItem().Answer.ShouldBe(PokeAnswer.Withdrawn);
        var message = shelf.Sent.ShouldHaveSingleItem();
        (message.To, message.Text).ShouldBe(
            ("lea", "Never mind “price: it broke”: it is the same as “total: it broke”, which Bob has.")
        );
        Pokes
            .Answer(shelf.Duty(), shelf.Pokes[0], shelf[older], PokeAnswer.Taken)
            .Refusal!.Detail.ShouldContain("Nobody waits for this answer any more");
    }

    [Fact]
    public void Without_an_owner_it_gets_the_others_and_who_is_asked_is_asked_still()
    {
        shelf.Asks(younger, "lea");
        shelf.Merge(older, younger);
        (shelf[older].Assignee, shelf[older].Ownership).ShouldBe(("lea", Ownership.Poked));
        var poke = shelf.Pokes.ShouldHaveSingleItem();
        (poke.ErrorId, poke.Answer).ShouldBe((older, null));
        shelf.Sent.ShouldBeEmpty();
        shelf.Answers(poke.Id, PokeAnswer.Taken);
        shelf[older].Ownership.ShouldBe(Ownership.Taken);
    }

    [Fact]
    public void Who_took_the_other_hears_who_has_it()
    {
        shelf.Change(older, e => ErrorLife.Assign(e, "bob"));
        shelf.Change(younger, e => ErrorLife.Assign(e, "lea"));
        shelf.Merge(older, younger);
        shelf.Sent.ShouldHaveSingleItem().To.ShouldBe("lea");
    }

    [Fact]
    public void Whoever_was_asked_about_either_is_not_asked_again_in_this_life()
    {
        shelf.Asks(younger, "lea");
        shelf.Change(older, e => ErrorLife.Assign(e, "bob"));
        shelf.Merge(older, younger);
        var free = shelf[older] with { Assignee = null };
        Pokes.Ask(shelf.Duty(), free, "lea", "ann").Refusal!.Detail.ShouldContain("was asked about this error already");
        var next = ErrorLife.Regress(free with { Status = ErrorStatus.Resolved }, Known.At(15), null);
        Pokes.Ask(shelf.Duty(), next, "lea", "ann").Value!.Messages.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_ticket_of_either_is_the_ticket_of_both()
    {
        shelf.Change(younger, e => e with { TicketLife = 1 });
        shelf.Merge(older, younger);
        shelf[older].TicketLife.ShouldBe(shelf[older].Life);
        ErrorActs.Conclude(shelf.Duty(), shelf[older], "ann", "again").Value!.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Only_who_is_on_duty_or_an_owner_merges()
    {
        shelf.Merge(older, younger, "lea").Refusal!.Detail.ShouldBe("Ann is on duty. Take over first.");
        shelf.Change(younger, e => ErrorLife.Assign(e, "lea"));
        shelf.Merge(older, younger, "lea").Refusal.ShouldBeNull();
    }

    [Fact]
    public void Pressed_again_it_changes_nothing()
    {
        shelf.Merge(older, younger);
        var facts = shelf.Facts.Count;
        shelf.Merge(older, younger).Value!.Decision.IsEmpty.ShouldBeTrue();
        shelf.Merge(younger, older).Value!.Shown.ShouldBe(older);
        shelf.Facts.Count.ShouldBe(facts);
    }

    [Fact]
    public void What_cannot_be_one_is_refused_in_words()
    {
        Why(shelf.Merge(older, older)).ShouldBe("That is this error. Choose another one.");
        var third = shelf.Comes("tax");
        shelf.Change(third, e => e with { Environment = "production" });
        Why(shelf.Merge(older, third)).ShouldContain("is in production, this one in staging");
        shelf.Change(third, e => e with { Environment = "staging", Project = 2 });
        Why(shelf.Merge(older, third)).ShouldContain("is of another project");
        shelf.Change(third, e => e with { Project = 1, Status = ErrorStatus.Resolved });
        Why(shelf.Merge(older, third)).ShouldBe($"Error {third} is not open any more.");
        shelf.Merge(older, younger);
        shelf.Change(third, e => e with { Status = ErrorStatus.Open });
        Why(shelf.Merge(third, younger)).ShouldBe($"Error {younger} is a part of error {older}. Choose that one.");
    }

    private static string Why(Outcome<Regrouped> refused) => refused.Refusal!.Detail;
}
