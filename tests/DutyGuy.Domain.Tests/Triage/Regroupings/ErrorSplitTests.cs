using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests.Triage;

public class ErrorSplitTests
{
    private readonly Shelf shelf = new();

    private long Split(long error, Func<ErrorVariant, bool> which) => shelf.Split(error, which).Value!.Shown;

    [Fact]
    public void Events_of_a_caller_are_another_error_and_so_are_coming_ones_with_any_words()
    {
        var error = shelf.Comes(caller: "cart");
        shelf.Now += Duration.FromMinutes(1);
        shelf.Comes(caller: "checkout");
        var made = Split(error, k => k.Caller.EndsWith("checkout", StringComparison.Ordinal));
        (shelf[error].Events, shelf[made].Events).ShouldBe((1, 1));
        (shelf[made].CreatedAt, shelf[made].Assignee, shelf[made].Life).ShouldBe((Known.At(10, 1), null, 1));
        shelf.Comes(caller: "checkout", words: "something else").ShouldBe(made);
        shelf.Comes(caller: "cart").ShouldBe(error);
        shelf.Comes(caller: "never seen before").ShouldBe(error);
    }

    [Fact]
    public void Where_callers_are_the_same_the_words_tell()
    {
        var error = shelf.Comes(words: "price of 17 missing");
        shelf.Comes(words: "no currency");
        var made = Split(error, k => k.Words == "no currency");
        shelf.Comes(words: "no currency", caller: "elsewhere").ShouldBe(made);
        shelf.Comes(words: "price of 42 missing").ShouldBe(error);
    }

    [Fact]
    public void Words_and_caller_together_tell_what_neither_does()
    {
        var error = shelf.Comes(words: "a", caller: "cart");
        shelf.Comes(words: "a", caller: "checkout");
        shelf.Comes(words: "b", caller: "cart");
        var made = Split(error, k => k.Words == "a" && k.Caller.EndsWith("cart", StringComparison.Ordinal));
        shelf.Comes(words: "a", caller: "cart").ShouldBe(made);
        shelf.Comes(words: "a", caller: "checkout").ShouldBe(error);
        shelf.Comes(words: "b", caller: "cart").ShouldBe(error);
    }

    [Fact]
    public void What_was_merged_long_ago_is_split_off_by_its_cause()
    {
        var (error, other) = (shelf.Comes("total"), shelf.Comes("price"));
        shelf.Merge(error, other);
        shelf.Now += Duration.FromMinutes(30);
        var made = Split(error, k => k.Function == "price");
        made.ShouldNotBe(other);
        shelf.Comes("price", caller: "anybody").ShouldBe(made);
        shelf.Comes("total").ShouldBe(error);
    }

    [Fact]
    public void Split_off_merged_again_and_split_otherwise_each_time_the_last_word_counts()
    {
        var error = shelf.Comes(words: "a", caller: "cart");
        shelf.Comes(words: "a", caller: "checkout");
        shelf.Comes(words: "b", caller: "checkout");
        var words = Split(error, k => k.Words == "a");
        shelf.Merge(error, words);
        var caller = Split(error, k => k.Caller.EndsWith("checkout", StringComparison.Ordinal));
        shelf.Comes(words: "a", caller: "checkout").ShouldBe(caller);
        shelf.Comes(words: "b", caller: "checkout").ShouldBe(caller);
        shelf.Comes(words: "a", caller: "cart").ShouldBe(error);
    }

    [Fact]
    public void Counts_are_of_what_is_kept_and_never_below_nothing()
    {
        var error = shelf.Comes(words: "a", user: "u1");
        shelf.Comes(words: "a", user: "u2");
        shelf.Comes(words: "b", user: "u2");
        shelf.Change(error, e => e with { Users = 2 });
        var made = Split(error, k => k.Words == "a");
        (shelf[made].Events, shelf[made].Users).ShouldBe((2, 2));
        // Of u1 it is known that nothing else hit them: all events are kept.
        (shelf[error].Events, shelf[error].Users).ShouldBe((1, 1));
    }

    [Fact]
    public void Who_was_asked_about_the_old_one_is_not_asked_about_the_new_one()
    {
        var error = shelf.Comes(words: "a");
        shelf.Comes(words: "b");
        shelf.Asks(error, "lea");
        var made = Split(error, k => k.Words == "b");
        shelf[made].Assignee.ShouldBeNull();
        shelf[error].Assignee.ShouldBe("lea");
        Pokes.Ask(shelf.Duty(), shelf[made], "lea", "ann").Refusal.ShouldNotBeNull();
        Pokes.Ask(shelf.Duty(), shelf[made], "mel", "ann").Refusal.ShouldBeNull();
    }

    [Fact]
    public void What_cannot_be_split_is_refused_in_words()
    {
        var error = shelf.Comes(words: "a");
        shelf.Comes(words: "a");
        Why(shelf.Split(error, _ => true)).ShouldContain("all alike");
        shelf.Comes(words: "b");
        Why(shelf.Split(error, _ => false)).ShouldBe("Choose the events that are another error.");
        Why(shelf.Split(error, _ => true)).ShouldContain("Leave at least one kind");
        Why(shelf.Split(error, ["nonsense"])).ShouldContain("There are no events “nonsense”");
        Why(shelf.Split(error, k => k.Words == "b", "lea")).ShouldBe("Ann is on duty. Take over first.");
    }

    [Fact]
    public void Pressed_again_it_changes_nothing()
    {
        var error = shelf.Comes(words: "a");
        shelf.Comes(words: "b");
        IReadOnlyList<string> chosen = [.. shelf.Kinds(error).Where(k => k.Words == "b").Select(k => k.Key)];
        var made = shelf.Split(error, chosen).Value!.Shown;
        shelf.Split(error, chosen).Value!.ShouldBe(Regrouped.Already(made));
    }

    private static string Why(Outcome<Regrouped> refused) => refused.Refusal!.Detail;
}
