using Shouldly;
using Xunit;

namespace DutyGuy.Domain.Tests;

public class FullStopTests
{
    [Theory]
    [InlineData("Cannot book", "Cannot book.")]
    [InlineData("Cannot book.", "Cannot book.")]
    [InlineData("Cannot book. \n", "Cannot book.")]
    [InlineData("Cannot book!", "Cannot book!")]
    [InlineData("Cannot book?", "Cannot book?")]
    [InlineData("Loading...", "Loading...")]
    [InlineData("Loading…", "Loading…")]
    [InlineData("予約できません。", "予約できません。")]
    [InlineData("لماذا؟", "لماذا؟")]
    [InlineData("It said “no.”", "It said “no.”")]
    [InlineData("It said “no”", "It said “no”.")]
    [InlineData("Book(12)", "Book(12).")]
    [InlineData("(see the log.)", "(see the log.)")]
    [InlineData("”", "”.")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_text_becomes_a_sentence_with_one_end(string? text, string sentence) =>
        FullStop.After(text).ShouldBe(sentence);

    [Theory]
    [InlineData("Cannot book.", "Cannot book")]
    [InlineData(" Cannot book . ", "Cannot book")]
    [InlineData("Cannot book!", "Cannot book!")]
    [InlineData("Loading...", "Loading...")]
    [InlineData("予約できません。", "予約できません")]
    [InlineData(null, "")]
    public void In_the_middle_of_a_sentence_it_has_none(string? text, string part) =>
        FullStop.Without(text).ShouldBe(part);
}
