using System.Net;
using System.Text;
using DutyGuy.Store;
using DutyGuy.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Tests.Intake;

/// <summary>Whatever comes in gets a clear answer, and one sender's nonsense is no other's trouble.</summary>
public class BadInputTests
{
    /// <summary>One letter is one byte here, so that what is no UTF-8 can be written too.</summary>
    [Theory]
    [InlineData("", "header is not JSON")]
    [InlineData("\u00ff\u00fe{}", "header is not JSON")]
    [InlineData("{\"\\ud83d\":1,\"dsn\":\"x\"}\n{\"type\":\"event\"}\n{}", "no Unicode")]
    [InlineData("{}\n{\"\\ud83d\":1}\n{}", "no Unicode")]
    [InlineData("{}\n{\"type\":\"event\",\"length\":99999999999}\n{}", "cut off")]
    [InlineData("{}\n{\"type\":\"event\"}\n{\"\\ud83d\":1,\"message\":\"a\"}", "item 1 (event) cannot be read")]
    [InlineData("{}\n{\"type\":\"event\"}\n{\"tags\":{\"\\ud83d\":\"1\"},\"message\":\"a\"}", "no Unicode")]
    [InlineData("{}\n{\"type\":\"event\"}\n[1]", "not a JSON object")]
    public async Task What_cannot_be_read_is_400_with_the_reason(string body, string reason)
    {
        await using var duty = await DutyApp.Start();
        var sender = await Sender.Of(duty);
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(body));
        using var answer = await sender.Send(content);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(reason);
    }

    [Theory, OnBothDatabases]
    public async Task A_text_that_is_no_Unicode_loses_no_event(DatabaseKind database)
    {
        await using var duty = await DutyApp.Start(database);
        var sender = await Sender.Of(duty);
        const string latin = "{}\n{\"type\":\"event\"}\n{\"message\":\"K\u00f6ln\",\"environment\":\"\\ud83d\"}";
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(latin));
        (await sender.Send(content)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var error = await duty.Part<DutyStore>().Read(db => db.Errors.SingleAsync());
        (error.Title, error.Environment).ShouldBe(("K\ufffdln", "\\ud83d"));
    }

    [Theory, OnBothDatabases]
    public async Task A_long_text_is_cut_and_never_within_an_emoji(DatabaseKind database)
    {
        await using var duty = await DutyApp.Start(database);
        var sender = await Sender.Of(duty);
        var text = new string('a', 199) + "🙂🙂🙂" + new string('b', 5000);
        await sender.Error(text, environment: text, release: text, user: text);
        var error = await duty.Part<DutyStore>().Read(db => db.Errors.SingleAsync());
        (error.Title, error.Environment).ShouldBe((new string('a', 199) + '…', new string('a', 199)));
    }

    [Theory, OnBothDatabases]
    public async Task Long_and_odd_names_of_a_timing_are_stored(DatabaseKind database)
    {
        await using var duty = await DutyApp.Start(database);
        var sender = await Sender.Of(duty);
        var odd = "\\u0000" + new string('ä', 3000);
        using var answer = await sender.Send(
            $$$"""
            {}
            {"type":"transaction"}
            {"transaction":"GET /{{{odd}}}","environment":"{{{odd}}}","release":"{{{odd}}}","start_timestamp":1,
            """.TrimEnd() + "\"timestamp\":2,\"contexts\":{\"trace\":{\"op\":\"http.server\"}}}"
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var minute = await duty.Part<DutyStore>().Read(db => db.Minutes.SingleAsync());
        (minute.Environment.Length, minute.Release.Length).ShouldBe((200, 200));
    }

    [Theory, OnBothDatabases]
    public async Task The_character_NUL_is_dropped_wherever_it_stands_and_the_event_is_kept(DatabaseKind database)
    {
        await using var duty = await DutyApp.Start(database);
        var sender = await Sender.Of(duty);
        const string body = """
            {"event_id":"a\u0000b"}
            {"type":"event"}
            {"message":"Order\u0000 lost","environment":"sta\u0000ging","release":"1\u0000","transaction":"GET /\u0000a",
            """;
        const string rest = """
            "user":{"id":"\u0000"},"tags":{"a\u0000":"b\u0000"},"fingerprint":["\u0000x"]}
            """;
        using var answer = await sender.Send(body.ReplaceLineEndings("\n").TrimEnd() + rest);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var error = (await duty.Get("errors?environment=staging")).Items().ShouldHaveSingleItem();
        error.Text("title").ShouldBe("Order lost");
        var kept = (await duty.Get($"errors/{error.Number("id")}")).At("lastEvents.0.event");
        (kept.Text("release"), kept.Text("tags.a")).ShouldBe(("1", "b"));
        kept.GetRawText().ShouldNotContain("u0000");
    }
}
