using DutyGuy.Adapters.Sentry;
using DutyGuy.Domain;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Sentry;

public class IntakeTests
{
    private static ErrorSighting Error(string name) => Capture.Read(name).Errors.ShouldHaveSingleItem().Sighting;

    [Theory]
    [InlineData("browser11-event", "ReferenceError", "production", "web@5.4.3", "sentry.js:24", 5)]
    [InlineData("browser8-event", "ReferenceError", "production", "web@5.4.3", "sentry-old.js:25", 5)]
    [InlineData("node7-event", "SyntaxError", "staging", "shop@7.0", "shop/old.cjs:3", 9)]
    public void An_error_of_javascript_is_read(
        string name,
        string type,
        string environment,
        string release,
        string culprit,
        int frames
    )
    {
        var error = Error(name);
        (error.Type, error.Environment, error.Release, error.Frames.Count).ShouldBe(
            (type, environment, release, frames)
        );
        error.Culprit.ShouldBe(culprit);
        error.EventId.Length.ShouldBe(32);
        error.Title.ShouldBe($"{type}: {error.Value}");
        (error.UserKey is not null).ShouldBe(name is not "node7-event");
    }

    [Fact]
    public void An_error_logged_in_dotnet_has_the_frames_of_its_thread()
    {
        var error = Error("dotnet6-event-logged-error");
        error.Title.ShouldBe("ArgumentException: bad doctor id");
        error.Message.ShouldBe("could not book for {Doctor}");
        error.Culprit.ShouldBe("api/Program.cs:9");
        error.Frames[0].Module.ShouldBe("Microsoft.Extensions.Logging");
        error
            .Frames.Single(f => f.InApp == true)
            .ShouldBe(
                new Frame(
                    "/app/api/Program.cs",
                    9,
                    "Task Program.<Main>$(string[] args)+(ILogger<Program> l) => { }",
                    true,
                    "App",
                    71
                )
            );
        (error.UrlPath, error.Tags["Doctor"]).ShouldBe(("/log", "12"));
        error.SentAt.ShouldBe(Instant.FromUtc(2026, 11, 23, 8, 51, 3) + Duration.FromTicks(2831365));
    }

    [Theory]
    [InlineData("node11-message", "event:warning")]
    [InlineData("python1-store-message", "event:info")]
    [InlineData("node11-session", "session")]
    public void What_is_no_error_is_counted(string name, string kind)
    {
        var reading = Capture.Read(name);
        (reading.Errors.Count, reading.Timings.Count, reading.Broken.Count).ShouldBe((0, 0, 0));
        reading.Counted.ShouldHaveSingleItem().ShouldBe(new KeyValuePair<string, int>(kind, 1));
    }

    [Fact]
    public void A_transaction_and_a_streamed_segment_are_timings()
    {
        var dotnet = Capture.Read("dotnet6-transaction").Timings.ShouldHaveSingleItem();
        (dotnet.Endpoint, dotnet.Environment, dotnet.Release, dotnet.Failed, dotnet.Weight).ShouldBe(
            ("GET /msg", "production", "api@3.2.1", false, 1.0)
        );
        dotnet.DurationMs.ShouldBe(40.0177, 0.001);
        var node = Capture.Read("node11-span-v2");
        var span = node.Timings.ShouldHaveSingleItem();
        (span.Endpoint, span.Environment, span.Release, span.Weight).ShouldBe(
            ("GET /appointments", "staging", "shop@2017.11.21", 1.0)
        );
        span.DurationMs.ShouldBe(4.392, 0.001);
        node.Counted["span:child"].ShouldBe(1);
    }

    [Fact]
    public void A_timing_is_placed_on_our_clock_however_wrong_the_senders_is()
    {
        var kept = Capture.Received - Capture.Read("dotnet6-transaction").Timings[0].At;
        kept.TotalMilliseconds.ShouldBe(2.695, 0.001);
    }

    [Theory]
    [InlineData(
        "\"op\":\"http.server\",\"data\":{\"http.response.status_code\":503}",
        "0.25",
        "GET /doctors/{id}",
        true,
        4.0
    )]
    [InlineData("\"op\":\"http.server\",\"status\":\"internal_error\"", "0", "GET /doctors/{id}", true, null)]
    [InlineData("\"op\":\"http.server\",\"status\":\"not_found\"", "x", "GET /doctors/{id}", false, null)]
    [InlineData(
        "\"data\":{\"http.response.status_code\":404,\"sentry.sample_rate\":0.5}",
        "1",
        "GET /doctors/{id}",
        false,
        2.0
    )]
    public void Failure_rate_and_ids_are_read(string trace, string rate, string endpoint, bool failed, double? weight)
    {
        var text = Transaction("GET /doctors/4711?mail=ann@example.test", trace, rate);
        var timing = Capture.ReadText(text).Timings.ShouldHaveSingleItem();
        (timing.Endpoint, timing.Failed, timing.Weight).ShouldBe((endpoint, failed, weight));
    }

    [Theory]
    [InlineData("\"op\":\"task\"", "transaction:task")]
    [InlineData("\"op\":\"pageload\"", "transaction:pageload")]
    public void A_job_or_a_page_load_is_no_request(string trace, string kind) =>
        Capture.ReadText(Transaction("nightly", trace, "1")).Counted.Keys.ShouldBe([kind]);

    private static string Transaction(string name, string trace, string rate) =>
        $$$"""
            {"trace":{"sample_rate":"{{{rate}}}"}}
            {"type":"transaction"}
            {"transaction":"{{{name}}}","start_timestamp":1795423857.5,"timestamp":1795423857.6,"contexts":{"trace":{ {{{trace}}} } } }
            """;

    [Fact]
    public void A_broken_item_is_named_and_the_others_are_read()
    {
        var reading = Capture.ReadText(
            "{}\n{\"type\":\"event\"}\n{\"level\":\n{\"type\":\"event\"}\n{}\n{\"type\":\"odd\"}\nx\n{\"type\":\"event\"}\n[]"
        );
        reading.Errors.ShouldHaveSingleItem().Sighting.Title.ShouldBe("(no message)");
        reading.Counted["odd"].ShouldBe(1);
        reading.Broken.Count.ShouldBe(2);
        reading.Broken[0].ShouldStartWith("item 1 (event) is not JSON");
        reading.Broken[1].ShouldBe("item 4 (event) is not a JSON object");
    }

    [Theory]
    [InlineData(
        "{\"exception\":[{\"type\":5,\"stacktrace\":{\"frames\":7}}],\"tags\":[[\"a\",1],3],\"user\":\"x\",\"fingerprint\":\"f\"}"
    )]
    [InlineData(
        "{\"message\":{\"formatted\":\"hi\"},\"request\":[],\"timestamp\":\"soon\",\"breadcrumbs\":[{}],\"contexts\":null}"
    )]
    [InlineData("{\"logentry\":{\"message\":\"half an emoji \\ud83d\"},\"tags\":{\"a\":{}}}")]
    public void Odd_fields_lose_no_event(string payload) =>
        Capture.ReadText("{}\n{\"type\":\"event\"}\n" + payload).Errors.ShouldHaveSingleItem();

    [Fact]
    public void Two_captures_of_one_error_are_one_group_and_other_errors_are_others()
    {
        var groups = new[] { "browser11-event", "browser8-event", "node7-event", "dotnet6-event-logged-error" }.Select(
            n => ErrorCause.Of(Error(n)).Keys.Cause
        );
        groups.Distinct().Count().ShouldBe(4);
        ErrorCause.Of(Error("node7-event")).Keys.Cause.ShouldBe(ErrorCause.Of(Error("node7-event")).Keys.Cause);
    }
}
