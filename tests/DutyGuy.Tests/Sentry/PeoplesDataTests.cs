using System.Text;
using System.Text.Json;
using DutyGuy.Adapters.Sentry;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Sentry;

public class PeoplesDataTests
{
    private static readonly string[] Personal =
    [
        "ann@example.test",
        "127.0.0.1",
        "705ecc4a-ceb2-482b-80b6-f57ca80f3416",
        "HeadlessChrome",
        "doctor\\u0022:12",
        "doctor\":12",
        "context_line",
        "sys.argv",
    ];

    // An event that holds, in each field a sender may fill, something that must not be kept.
    private const string Everything = """
        {"level":"fatal","message":"ann@example.test from 10.1.2.3 pressed","transaction":"/u/ann@example.test",
        "exception":{"values":[{"type":"BookingFailed","value":"no slot for ann@example.test (Annabella) at /book?secret=ZORK1",
        "stacktrace":{"frames":[{"filename":"/home/annabella/shop/a.js?v=ZORK2","function":"f","in_app":true,"vars":{"x":"ZORK3"},"context_line":"ZORK4","pre_context":["ZORK5"]}]}}]},
        "user":{"id":"user-4711","username":"Annabella","email":"ann@example.test","ip_address":"10.1.2.3","phone":"ZORK6"},
        "request":{"url":"http://ann:pw@host/book?x=ZORK7","query_string":"ZORK8","cookies":"sid=ZORK9","data":{"a":"ZORK10"},"headers":{"Cookie":"ZORK11","Authorization":"Bearer ZORK12"},"env":{"REMOTE_ADDR":"10.1.2.3"}},
        "extra":{"a":"ZORK13"},"tags":{"user.email":"ZORK14","session_id":"ZORK15","team":"ann@example.test","plan":"gold"},
        "contexts":{"device":{"name":"ZORK16"},"state":{"a":"ZORK17"}},"server_name":"ZORK18",
        "breadcrumbs":[{"message":"login user-4711 from 10.1.2.3 password=ZORK19","data":{"url":"ZORK20"},"category":"auth"}]}
        """;

    [Fact]
    public void Nothing_about_people_in_a_capture_is_kept()
    {
        foreach (var name in Capture.Names)
        {
            var kept = Kept(Capture.Read(name));
            foreach (var value in Personal)
                kept.ShouldNotContain(value, Case.Insensitive, name);
        }
        // The words are there before the door: this test can fail.
        var all = string.Concat(Capture.Names.Select(n => Encoding.UTF8.GetString(Capture.Plain(n).Span)));
        Personal
            .Count(value => all.Contains(value, StringComparison.OrdinalIgnoreCase))
            .ShouldBeGreaterThanOrEqualTo(6);
    }

    [Fact]
    public void Nothing_about_people_in_any_field_is_kept()
    {
        var reading = Capture.ReadText("{}\n{\"type\":\"event\"}\n" + Everything.ReplaceLineEndings(""));
        var kept = Kept(reading);
        foreach (var value in (string[])["ZORK", "ann@", "annabella", "10.1.2.3", "4711"])
            kept.ShouldNotContain(value, Case.Insensitive);
        var error = reading.Errors.ShouldHaveSingleItem();
        error.Sighting.Title.ShouldBe("BookingFailed: no slot for [mail] ([user]) at /book");
        error.Sighting.Tags.ShouldBe(new Dictionary<string, string> { ["team"] = "[mail]", ["plan"] = "gold" });
        error.Sighting.UrlPath.ShouldBe("/book");
        error.Sighting.UserKey!.Length.ShouldBe(32);
    }

    [Fact]
    public void A_user_is_the_same_in_every_event_and_nobody_without_the_key()
    {
        string? Key(string user, byte[] key) =>
            SentryIntake
                .Read(
                    EnvelopeReader.Read(Encoding.UTF8.GetBytes($"{{}}\n{{\"type\":\"event\"}}\n{{\"user\":{user}}}")),
                    key,
                    Capture.Received
                )
                .Errors[0]
                .Sighting.UserKey;

        Key("{\"id\":7}", [1]).ShouldBe(Key("{\"id\":\"7\",\"email\":\"a@b.test\"}", [1]));
        Key("{\"id\":7}", [1]).ShouldNotBe(Key("{\"id\":7}", [2]));
        Key("{\"id\":7}", [1]).ShouldNotBe(Key("{\"id\":8}", [1]));
        Key("{\"email\":\"a@b.test\"}", [1]).ShouldNotBeNull();
        Key("{\"ip_address\":\"{{auto}}\"}", [1]).ShouldBeNull();
        Key("null", [1]).ShouldBeNull();
    }

    [Fact]
    public void The_kept_json_is_small_and_holds_what_a_person_needs()
    {
        var error = Capture.Read("dotnet6-event-logged-error").Errors[0];
        error.Json.Length.ShouldBeLessThan(5000);
        var json = JsonDocument.Parse(error.Json).RootElement;
        json.GetProperty("title").GetString().ShouldBe("ArgumentException: bad doctor id");
        json.GetProperty("breadcrumbs")[2].GetProperty("message").GetString().ShouldBe("retry 3");
        json.GetProperty("frames").GetArrayLength().ShouldBe(20);
        json.GetProperty("runtime").GetString().ShouldBe(".NET 10.0.12");
        json.TryGetProperty("request", out _).ShouldBeFalse();
    }

    private static string Kept(Reading reading) =>
        JsonSerializer.Serialize(reading.Errors)
        + JsonSerializer.Serialize(reading.Timings)
        + string.Concat(reading.Errors.Select(e => e.Json))
        + string.Join('\n', reading.Counted.Keys);
}
