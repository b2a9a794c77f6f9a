using System.Text.Json;
using DutyGuy.Adapters.Sentry;
using DutyGuy.Domain;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Sentry;

/// <summary>Events that went wrong in the field (Fixtures/errors).</summary>
public class FieldTests
{
    private static List<ErrorSighting> Read(string name)
    {
        var root = JsonElement.Parse(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "errors", name + ".json"))
        );
        var events = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToList() : [root];
        return events.ConvertAll(e =>
            Capture
                .ReadText("{}\n{\"type\":\"event\"}\n" + JsonSerializer.Serialize(e))
                .Errors.ShouldHaveSingleItem()
                .Sighting
        );
    }

    [Fact]
    public void A_critical_event_is_an_error()
    {
        var error = Read("level-critical").Single();
        (error.Title, error.Level).ShouldBe(("the booking queue is gone", "critical"));
    }

    [Fact]
    public void A_user_called_by_an_ordinary_word_splits_no_cause()
    {
        var errors = Read("user-values");
        errors.Count.ShouldBe(5);
        errors
            .Select(e => (e.Title, ErrorCause.Of(e).Keys.Cause))
            .Distinct()
            .ShouldHaveSingleItem()
            .Item1.ShouldBe("TypeError: Cannot read properties of undefined (reading 'name') or null");
    }

    [Theory]
    [InlineData("\"CRITICAL\"", true)]
    [InlineData("\" Alert \"", true)]
    [InlineData("40", true)]
    [InlineData("\"50\"", true)]
    [InlineData("null", true)]
    [InlineData("{}", true)]
    [InlineData("\"Warning\"", false)]
    [InlineData("30", false)]
    [InlineData("\"20\"", false)]
    public void A_level_is_read_in_each_form(string level, bool isError)
    {
        var reading = Capture.ReadText(
            $$"""
            {}
            {"type":"event"}
            {"message":"a","level":{{level}}}
            """
        );
        (reading.Errors.Count == 1, reading.Counted.Count == 0).ShouldBe((isError, isError));
    }

    [Fact]
    public void A_level_is_a_word_of_the_sender_and_holds_no_person() =>
        Capture
            .ReadText(
                """
                {}
                {"type":"event"}
                {"message":"a","level":"ann@example.test"}
                """
            )
            .Errors[0]
            .Json.ShouldNotContain("ann@");
}
