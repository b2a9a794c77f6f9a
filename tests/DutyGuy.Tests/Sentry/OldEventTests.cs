using DutyGuy.Adapters.Sentry;
using DutyGuy.Domain;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Sentry;

/// <summary>What clients of before 2018 called the parts of an event.</summary>
public class OldEventTests
{
    private const string Stack =
        """{"frames":[{"filename":"app/base.py","function":"run"},{"filename":"app/book.py","function":"book","lineno":7,"in_app":true}]}""";

    private static ErrorSighting Read(string json) =>
        Capture
            .ReadText("{}\n{\"type\":\"event\"}\n" + json.ReplaceLineEndings(""))
            .Errors.ShouldHaveSingleItem()
            .Sighting;

    [Theory]
    [InlineData("""{"exception":RAISED}""")]
    [InlineData("""{"exception":[RAISED]}""")]
    [InlineData("""{"exception":{"values":[RAISED]}}""")]
    [InlineData("""{"exception":{"values":RAISED}}""")]
    [InlineData("""{"sentry.interfaces.Exception":RAISED}""")]
    [InlineData("""{"sentry.interfaces.Exception":[RAISED],"exception":null}""")]
    [InlineData("""{"sentry.interfaces.Exception":{"values":[RAISED]}}""")]
    [InlineData("""{"sentry.interfaces.exception.Exception":{"values":RAISED},"message":"ValueError: no slot"}""")]
    [InlineData(
        """{"sentry.interfaces.Exception":{"type":"ValueError","value":"no slot"},"sentry.interfaces.Stacktrace":STACK}"""
    )]
    [InlineData(
        """{"exception":{"type":"ValueError","value":"no slot"},"stacktrace":STACK,"culprit":"app.book in book"}"""
    )]
    public void An_exception_is_read_in_each_form(string json)
    {
        var raised = $$"""{"type":"ValueError","value":"no slot","stacktrace":{{Stack}}}""";
        var error = Read(json.Replace("RAISED", raised).Replace("STACK", Stack));
        (error.Type, error.Value, error.Title).ShouldBe(("ValueError", "no slot", "ValueError: no slot"));
        error.Frames.Select(f => f.Function).ShouldBe(["book", "run"]);
        error.Culprit.ShouldContain("book");
    }

    [Theory]
    [InlineData(
        """{"sentry.interfaces.Message":{"message":"no slot for %s","params":["berlin"]},"message":"no slot for berlin"}""",
        "no slot for %s",
        "no slot for berlin"
    )]
    [InlineData(
        """{"sentry.interfaces.Message":{"message":"no slot for %s","formatted":"no slot for berlin"}}""",
        "no slot for %s",
        "no slot for berlin"
    )]
    [InlineData(
        """{"logentry":{"message":"no slot for %s","params":["berlin"]}}""",
        "no slot for %s",
        "no slot for %s"
    )]
    [InlineData(
        """{"message":{"message":"no slot for %s","formatted":"no slot for berlin"}}""",
        "no slot for %s",
        "no slot for berlin"
    )]
    [InlineData("""{"sentry.interfaces.Message":"no slot"}""", "no slot", "no slot")]
    [InlineData("""{"logentry":"no slot"}""", "no slot", "no slot")]
    [InlineData("""{"exception":"no slot"}""", null, "no slot")]
    public void A_message_is_read_in_each_form(string json, string? template, string title)
    {
        var error = Read(json);
        (error.Message, error.Title).ShouldBe((template, title));
    }

    [Fact]
    public void The_other_parts_are_read_too_and_people_are_dropped_from_them()
    {
        var error = Read(
            $$$"""
            {"message":"no slot for Ann-Sophie","culprit":"views.book?mail=ann@example.test","checksum":"5eb63bbbe01eeed0","level":40,
            "sentry.interfaces.User":{"id":4711,"username":"ann-sophie","is_authenticated":true},
            "sentry.interfaces.Http":{"url":"https://clinic.example/book?x=1","method":"POST","data":"ZORK","cookies":"ZORK","headers":{"Cookie":"ZORK"}},
            "sentry.interfaces.Stacktrace":{{{Stack}}},"sentry.interfaces.Breadcrumbs":[{"message":"pressed by 4711"}],
            "tags":[["plan","gold"],{"key":"site","value":"berlin"},["odd"],7],"timestamp":"2026-11-25 11:00:00",
            "extra":{"a":"ZORK"},"modules":{"django":"1.0"},"server_name":"ZORK"}
            """
        );
        (error.Title, error.UrlPath, error.UserKey?.Length).ShouldBe(("no slot for [user]", "/book", 32));
        error.FingerprintOverride.ShouldBe(["5eb63bbbe01eeed0"]);
        error.Tags.ShouldBe(new Dictionary<string, string> { ["plan"] = "gold", ["site"] = "berlin" });
        (error.SentAt, error.HappenedAt).ShouldBe((Instant.FromUtc(2026, 11, 25, 11, 0), error.SentAt));
        error.Frames.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"stacktrace":STACK}""", "book in app/book.py")]
    [InlineData("""{"exception":[{"stacktrace":STACK}]}""", "book in app/book.py")]
    [InlineData("""{"threads":[{"current":true,"stacktrace":STACK}]}""", "book in app/book.py")]
    [InlineData("""{"stacktrace":[{"filename":"a.js","function":"f"}]}""", "f in a.js")]
    [InlineData("""{"culprit":"views.book"}""", "views.book")]
    [InlineData("""{"transaction":"GET /book","message":""}""", "GET /book")]
    [InlineData("""{"logger":"shop.queue"}""", "shop.queue")]
    [InlineData(
        """{"sentry.interfaces.Query":{"query":"SELECT * FROM slots WHERE day = '2017-01-01' AND n = 7","engine":"psycopg2"}}""",
        "SELECT * FROM slots WHERE day = ? AND n = ?"
    )]
    [InlineData(
        """{"sentry.interfaces.Csp":{"effective_directive":"img-src","blocked_uri":"http://evil.example/x.png?a=1"}}""",
        "Blocked img-src of evil.example"
    )]
    [InlineData("""{"sentry.interfaces.Template":{"filename":"book.html","lineno":3}}""", "book.html")]
    [InlineData("{}", "(no message)")]
    public void An_event_without_a_name_is_called_by_what_else_it_says(string json, string title) =>
        Read(json.Replace("STACK", Stack)).Title.ShouldBe(title);

    [Theory]
    [InlineData("\"1511337600\"")]
    [InlineData("1511337600.0")]
    [InlineData("1511337600000")]
    [InlineData("\"2017-11-22T08:00:00\"")]
    [InlineData("\"2017-11-22T08:00:00.000000\"")]
    [InlineData("\"2017-11-22T08:00:00Z\"")]
    [InlineData("\"2017-11-22T10:00:00+02:00\"")]
    [InlineData("\"2017-11-22T10:00:00+0200\"")]
    [InlineData("\"2017-11-22 08:00:00\"")]
    [InlineData("\"Wed, 22 Nov 2017 08:00:00 GMT\"")]
    public void A_time_is_read_in_each_form(string time) =>
        Read($$"""{"message":"a","timestamp":{{time}}}""").SentAt.ShouldBe(Instant.FromUtc(2017, 11, 22, 8, 0));

    [Theory]
    [InlineData("\"soon\"")]
    [InlineData("\"08:00\"")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("1e300")]
    [InlineData("true")]
    [InlineData("[]")]
    public void What_is_no_time_is_none(string time)
    {
        var error = Read($$"""{"message":"a","timestamp":{{time}}}""");
        (error.SentAt, error.HappenedAt).ShouldBe(((Instant?)null, Capture.Received));
    }

    [Fact]
    public void A_text_that_is_no_Unicode_goes_through() =>
        Read(
            """{"sentry.interfaces.Message":{"message":"half an emoji \ud83d"},"tags":{"a":"\ud83d"},"culprit":"\ud83d"}"""
        )
            .Title.ShouldStartWith("half an emoji");
}
