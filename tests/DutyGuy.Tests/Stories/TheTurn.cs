using System.Net;
using System.Text.Json;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Stories;

/// <summary>S12, S13: the turn is a fact, and however it ends, its end runs.</summary>
public class TheTurn
{
    [Fact]
    public async Task S12_Outside_hours_the_board_says_so_and_no_pokes_go_out()
    {
        await using var app = await Team.OnMonday();
        await Team.Ci(app, "failing");
        var run = (await app.Board("engineering")).Items("lines")[0].Number("checklistRun");
        await app.SetClock("2026-11-23T17:00:00Z");
        var sent = (await app.Outbox()).Count;
        var board = await app.Board("engineering");
        board.At("onDuty.person").ValueKind.ShouldBe(JsonValueKind.Null);
        board.Items("lines").ShouldBeEmpty();
        (await app.Page("/")).ShouldContain("Nobody is on duty");
        await Team.Ci(app, "failing", "bbbbbbb200000000000000000000000000000000");
        await app.SetClock("2026-11-24T07:59:59Z");
        (await app.Outbox()).Count.ShouldBe(sent);
        await app.SetClock("2026-11-24T08:00:00Z");
        var morning = (await app.Board("engineering")).Items("lines")[0];
        morning.Number("checklistRun").ShouldBeGreaterThan(run, "red main opens a new run next morning");
    }

    [Theory, OnBothDatabases]
    public async Task S13_A_swap_at_eleven_leaves_an_entry_for_each_and_two_adjoining_items(DatabaseKind database)
    {
        await using var app = await Team.OnFriday(database);
        var from = await Team.SetUp(app, "ann", "mel", "tom", "lea");
        var with = await Team.SomebodyElse(app);
        await app.SetClock("2026-11-23T10:00:00Z");
        var swap = await (await app.As(from)).Post("duties/engineering/swaps", new { date = "2026-11-23", with });
        await (await app.As(with)).Post($"swaps/{swap.Text("id")}/accept");
        (await Team.OnDuty(app)).ShouldBe(with);
        await app.SetClock("2026-11-23T17:30:00Z");
        var log = await Team.Log(app);
        log.Select(e => $"{e.Text("person")} {e.Text("from")} {e.Text("to")}")
            .ShouldBe([
                $"{from} 2026-11-23T08:00:00Z 2026-11-23T10:00:00Z",
                $"{with} 2026-11-23T10:00:00Z 2026-11-23T17:00:00Z",
            ]);
        var day = await Team.Rota(app, "2026-11-23", "2026-11-23");
        day.Select(d => d.Text("person")).ShouldBe([from, with]);
        day[0].Text("to").ShouldBe(day[1].Text("from"));
    }

    [Fact]
    public async Task S13_A_take_over_passes_open_runs_on_and_needs_no_consent()
    {
        await using var app = await Team.OnMonday();
        await Team.Ci(app, "failing");
        var run = (await app.Board("engineering")).Items("lines")[0].Number("checklistRun");
        var other = await Team.SomebodyElse(app);
        await app.Advance("PT1H");
        await (await app.As(other)).Post("duties/engineering/take-over");
        var board = await app.Board("engineering");
        board.Text("onDuty.person").ShouldBe(other);
        board.Items("lines")[0].Number("checklistRun").ShouldBe(run);
        (await Team.Log(app))[0].Text("facts")!.ShouldContain("Not finished");
    }

    [Fact]
    public async Task S13_Ended_early_nobody_is_on_duty_the_stand_by_is_asked_at_once_and_a_take_over_ends_it()
    {
        await using var app = await Team.OnMonday();
        var on = await Team.OnDuty(app);
        var next = (await Team.Rota(app, "2026-11-24", "2026-11-24"))[0].Text("person")!;
        await Team.Ci(app, "failing");
        await app.SetClock("2026-11-23T10:00:00Z");
        var duty = await app.As(on);
        await duty.Refused(HttpStatusCode.BadRequest, HttpMethod.Post, "duties/engineering/end", new { reason = " " });
        await duty.Post("duties/engineering/end", new { reason = "A sick child" });
        (await Team.OnDuty(app)).ShouldBe("nobody");
        (await app.Board("engineering")).Items("lines").ShouldBeEmpty();
        (await Team.Told(app, next, "StandByAsked")).ShouldHaveSingleItem();
        var ended = (await Team.Log(app)).ShouldHaveSingleItem();
        ended.Text("to").ShouldBe("2026-11-23T10:00:00Z");
        ended.Text("facts")!.ShouldContain("A sick child");
        ended.Text("facts")!.ShouldContain("Not finished");
        await app.Advance("PT30M");
        await (await app.As(next)).Post("duties/engineering/take-over");
        (await Team.OnDuty(app)).ShouldBe(next);
        (await app.Board("engineering")).Items("lines")[0].Text("rule").ShouldBe("green");
    }

    [Fact]
    public async Task S13_A_kill_at_17_59_loses_no_entry_and_a_kill_in_the_day_ends_no_turn()
    {
        await using var duty = await DutyProcess.Start();
        await duty.Api.SetClock(Team.Friday);
        foreach (var handle in new[] { "ann", "mel", "tom" })
            await duty.Api.Post("people", new { handle });
        await duty.Api.Post("duties", new { id = "engineering" });
        await duty.Api.SetClock("2026-11-23T11:00:00Z");
        var person = (await duty.Api.Get("duties/engineering/on-duty")).Text("person");
        await duty.Restart();
        await duty.Api.SetClock("2026-11-23T16:59:00Z");
        (await duty.Api.Get("duties/engineering/on-duty")).Text("person").ShouldBe(person);
        await duty.Restart();
        await duty.Api.SetClock("2026-11-25T12:00:00Z");
        var log = await Team.Log(duty.Api);
        log.Select(e => e.Text("date")).ShouldBe(["2026-11-23", "2026-11-24", "2026-11-25"]);
        log[0].Text("person").ShouldBe(person);
        log[0].Text("to").ShouldBe("2026-11-23T17:00:00Z");
        log[0].Yes("notSigned").ShouldBeTrue();
    }

    [Fact]
    public async Task A_take_over_at_night_makes_a_short_turn_with_an_entry_of_its_own()
    {
        await using var app = await Team.OnMonday();
        var planned = await Team.OnDuty(app);
        await app.SetClock("2026-11-23T21:00:00Z");
        var lea = await app.As(await Team.SomebodyElse(app));
        await Team.Ci(app, "failing");
        await lea.Post("duties/engineering/take-over");
        (await app.Board("engineering")).Items("lines")[0].Text("rule").ShouldBe("green");
        await app.Advance("PT40M");
        await lea.Post("duties/engineering/end", new { reason = "Reverted, good night" });
        (await Team.OnDuty(app)).ShouldBe("nobody");
        var log = await Team.Log(app);
        log.Select(e => $"{e.Text("from")} {e.Text("to")}")
            .ShouldBe(["2026-11-23T08:00:00Z 2026-11-23T17:00:00Z", "2026-11-23T21:00:00Z 2026-11-23T21:40:00Z"]);
        log[0].Text("person").ShouldBe(planned);
        (await Team.Rota(app, "2026-11-23", "2026-11-23")).Count.ShouldBe(2);
        await app.SetClock("2026-11-24T08:00:00Z");
        (await Team.OnDuty(app)).ShouldNotBe("nobody");
    }

    [Fact]
    public async Task Only_who_is_on_duty_starts_and_ends_and_a_viewer_never_takes_over()
    {
        await using var app = await Team.OnMonday();
        var other = await app.As(await Team.SomebodyElse(app));
        await other.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, "duties/engineering/start");
        var end = await other.Refused(
            HttpStatusCode.Forbidden,
            HttpMethod.Post,
            "duties/engineering/end",
            new { reason = "x" }
        );
        end.Text("detail")!.ShouldContain("is on duty. Take over first.");
        var guest = await app.As("guest", Domain.Role.Viewer);
        await guest.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, "duties/engineering/take-over");
    }
}
