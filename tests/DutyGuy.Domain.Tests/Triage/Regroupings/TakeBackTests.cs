using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Triage;

public class TakeBackTests
{
    private readonly Shelf shelf = new();

    private (long Older, long Younger) Two()
    {
        var older = shelf.Comes("total");
        shelf.Now += Duration.FromMinutes(1);
        var younger = shelf.Comes("price");
        shelf.Now += Duration.FromMinutes(1);
        return (older, younger);
    }

    [Fact]
    public void A_merge_taken_back_leaves_both_as_they_were()
    {
        var (older, younger) = Two();
        shelf.Change(older, e => ErrorLife.Assign(e, "bob"));
        shelf.Asks(younger, "lea");
        var (one, two, poke) = (shelf[older], shelf[younger], shelf.Pokes[0]);
        shelf.Merge(older, younger);
        shelf.Undo().Refusal.ShouldBeNull();
        shelf[older].ShouldBeEquivalentTo(one);
        shelf[younger].ShouldBeEquivalentTo(two);
        shelf.Pokes.ShouldHaveSingleItem().ShouldBe(poke);
        shelf.Sent.Select(m => m.To).ShouldBe(["lea", "lea"]);
        shelf.Comes("price").ShouldBe(younger);
        shelf.Comes("total").ShouldBe(older);
        shelf
            .Facts.Last()
            .Text.ShouldBe("Ann took it back: “price: it broke” and “total: it broke” are two errors again.");
    }

    [Fact]
    public void What_came_meanwhile_is_where_its_keys_say()
    {
        var (older, younger) = Two();
        shelf.Merge(older, younger);
        shelf.Comes("price").ShouldBe(older);
        shelf.Comes("price");
        shelf.Comes("total");
        shelf.Undo();
        (shelf[older].Events, shelf[younger].Events).ShouldBe((2, 3));
        shelf.Kinds(younger).ShouldHaveSingleItem().Events.ShouldBe(3);
    }

    [Fact]
    public void An_answer_given_meanwhile_is_about_the_error_that_was_asked_about()
    {
        var (older, younger) = Two();
        shelf.Asks(younger, "lea");
        shelf.Merge(older, younger);
        shelf.Answers(shelf.Pokes[0].Id, PokeAnswer.Taken);
        shelf.Undo();
        (shelf[older].Assignee, shelf[younger].Assignee, shelf[younger].Ownership).ShouldBe(
            (null, "lea", Ownership.Taken)
        );
        shelf.Pokes[0].ErrorId.ShouldBe(younger);
    }

    [Fact]
    public void What_was_done_since_stays()
    {
        var (older, younger) = Two();
        shelf.Merge(older, younger);
        shelf.Change(older, e => ErrorLife.Assign(e, "mel"));
        shelf.Undo();
        (shelf[older].Assignee, shelf[younger].Assignee).ShouldBe(("mel", null));
    }

    [Fact]
    public void A_split_taken_back_leaves_the_error_as_it_was_with_what_came_since()
    {
        var error = shelf.Comes(words: "a");
        shelf.Comes(words: "b");
        var before = shelf[error];
        var made = shelf.Split(error, k => k.Words == "b").Value!.Shown;
        shelf.Undo();
        shelf[error].ShouldBeEquivalentTo(before);
        (shelf[made].Status, shelf[made].MergedInto).ShouldBe((ErrorStatus.Merged, error));
        shelf.Comes(words: "b").ShouldBe(error);
        shelf.Kinds(error).Sum(k => k.Events).ShouldBe(3);
    }

    [Fact]
    public void Who_was_asked_about_what_was_split_off_is_asked_still()
    {
        var error = shelf.Comes(words: "a");
        shelf.Comes(words: "b");
        var made = shelf.Split(error, k => k.Words == "b").Value!.Shown;
        shelf.Asks(made, "lea");
        shelf.Undo();
        (shelf[error].Assignee, shelf.Pokes[0].ErrorId).ShouldBe(("lea", error));
    }

    [Fact]
    public void After_ten_minutes_it_is_refused_with_what_to_do_instead()
    {
        var (older, younger) = Two();
        shelf.Merge(older, younger);
        shelf.Now += Duration.FromMinutes(11);
        shelf.Undo().Refusal!.Detail.ShouldContain("Split the error instead");
        var made = shelf.Split(older, k => k.Function == "price").Value!.Shown;
        shelf.Now += Duration.FromMinutes(11);
        shelf.Undo().Refusal!.Detail.ShouldContain("Merge the two errors instead");
        shelf.Merge(older, made).Refusal.ShouldBeNull();
        shelf.Comes("price").ShouldBe(older);
    }

    [Fact]
    public void Pressed_twice_it_does_nothing()
    {
        var (older, younger) = Two();
        shelf.Merge(older, younger);
        shelf.Undo();
        var facts = shelf.Facts.Count;
        shelf.Undo().Value!.Decision.IsEmpty.ShouldBeTrue();
        shelf.Facts.Count.ShouldBe(facts);
    }

    [Fact]
    public void Only_who_is_on_duty_or_an_owner_takes_back()
    {
        var (older, younger) = Two();
        shelf.Change(younger, e => ErrorLife.Assign(e, "lea"));
        shelf.Change(older, e => ErrorLife.Assign(e, "bob"));
        shelf.Merge(older, younger);
        shelf.Undo("mel").Refusal!.Kind.ShouldBe(RefusalKind.NotAllowed);
        shelf.Undo("lea").Refusal.ShouldBeNull();
    }
}
