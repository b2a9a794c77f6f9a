using DutyGuy.Domain;
using DutyGuy.Domain.Tests;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.LogBook;

public class LogDraftTests
{
    static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    static Fact Fact(FactKind kind, string text, Instant? at = null) =>
        new()
        {
            At = at ?? Known.At(10, 5),
            Kind = kind,
            Source = "test",
            Duty = "engineering",
            Text = text,
        };

    [Fact]
    public void Facts_stand_under_their_title_with_the_time_in_the_zone_of_the_duty() =>
        LogDraft
            .Markdown(
                [Fact(FactKind.ErrorSeen, "New error"), Fact(FactKind.MainRed, "Main turned red.", Known.At(9, 7))],
                Zone,
                [
                    new("performance", null, "Platform performance"),
                    new("staging-errors", "staging", "Find an owner: Timeout"),
                ],
                ["performance"]
            )
            .ShouldBe(
                """
                ### Main

                - 09:07 Main turned red.

                ### Errors

                - 10:05 New error

                ### Not finished

                - Platform performance
                - Find an owner: Timeout (staging)

                Not watched: performance.

                """
            );

    [Fact]
    public void A_quiet_day_says_so() => LogDraft.Markdown([], Zone, [], []).ShouldStartWith("A quiet day");

    [Fact]
    public void The_first_fact_is_plain_text_and_a_quiet_day_has_none()
    {
        LogDraft.First([Fact(FactKind.ErrorSeen, "*New* error")], Zone).ShouldBe("10:05 *New* error");
        LogDraft.First([], Zone).ShouldBeNull();
    }

    [Theory]
    [InlineData(8, 8, false)]
    [InlineData(9, 7, true)]
    [InlineData(60, 7, true)]
    public void A_part_is_at_most_eight_lines_and_says_how_many_are_left_out(int facts, int shown, bool more)
    {
        var text = LogDraft.Markdown(
            [.. Enumerable.Range(0, facts).Select(i => Fact(FactKind.ErrorSeen, $"Error {i}"))],
            Zone,
            [],
            []
        );
        text.Split("- 10:05").Length.ShouldBe(shown + 1);
        text.Contains($"- and {facts - shown} more", StringComparison.Ordinal).ShouldBe(more);
    }

    [Fact]
    public void Words_of_errors_are_no_markup() =>
        LogDraft
            .Markdown([Fact(FactKind.ErrorSeen, "<script> *x*\n# y")], Zone, [], [])
            .ShouldContain(@"\<script\> \*x\* \# y");

    [Fact]
    public void What_ends_a_holding_at_that_instant_belongs_to_its_entry_and_what_comes_then_does_not()
    {
        var end = Known.At(10);
        var entry = new LogEntry
        {
            Duty = "engineering",
            Date = Known.Monday,
            Person = "ann",
            From = Known.At(9),
            Facts = "",
        };
        var facts = Known.Duty(Known.At(11)) with
        {
            Record =
            [
                Fact(FactKind.EndedEarly, "Ann ended the duty early: ill", end),
                Fact(FactKind.MainRed, "Main turned red.", end),
            ],
        };
        var text = EntryDraft.Until(facts, entry, end).Facts;
        text.ShouldContain("ended the duty early: ill");
        text.ShouldNotContain("Main turned red");
    }

    [Fact]
    public void A_signed_entry_only_gets_what_came_after()
    {
        var entry = new LogEntry
        {
            Duty = "engineering",
            Date = Known.Monday,
            Person = "ann",
            From = Known.At(9),
            Facts = "as signed\n",
            SignedAt = Known.At(17, 45),
        };
        var facts = Known.Duty(Known.At(17, 55)) with
        {
            Record =
            [
                Fact(FactKind.MainRed, "Main turned red.", Known.At(17, 50)),
                Fact(FactKind.ErrorSeen, "Early", Known.At(12)),
            ],
        };
        var drafted = EntryDraft.Now(facts, entry);
        (drafted.Facts, drafted.AfterSigning).ShouldBe(("as signed\n", "- 17:50 Main turned red.\n"));
    }
}
