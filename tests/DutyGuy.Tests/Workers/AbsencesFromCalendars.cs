using System.Net;
using System.Text.Json;
using DutyGuy.Domain;
using DutyGuy.Store;
using DutyGuy.Tests.Adapters;
using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Stories;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace DutyGuy.Tests.Workers;

/// <summary>Absences come from calendars, follow them, and leave what was entered by hand alone.</summary>
public class AbsencesFromCalendars
{
    const string Day = "2026-11-25";

    [Theory, OnBothDatabases]
    public async Task A_vacation_on_a_real_calendar_server_moves_the_turn_and_its_end_moves_nobody(
        DatabaseKind database
    )
    {
        using var folder = new TemporaryFolder();
        await using var calendar = await VacationCalendar.Start(folder.In("calendars"));
        await using var app = await Start(database);
        var person = await OnDay(app);
        var self = await app.As(person);
        var set = await self.Post($"people/{person}/calendar", new { url = calendar.Url });
        set.Text("lastFailure").ShouldBeNull();
        set.Number("absences").ShouldBe(0);
        await calendar.Put("vacation", Day, "2026-11-26");
        await calendar.Put("free", "2026-11-27", "2026-11-27", "TRANSP:TRANSPARENT");
        await app.Advance("PT14M");
        (await OnDay(app)).ShouldBe(person, "it is not time yet");
        await app.Advance("PT1M");
        var standsIn = await OnDay(app);
        standsIn.ShouldNotBe(person);
        var absence = (await self.Get($"people/{person}/absences")).Items().ShouldHaveSingleItem();
        absence.Text("to").ShouldBe("2026-11-26");
        absence.Text("source").ShouldBe($"calendar {set.Number("id")}");
        absence.Text("why").ShouldBe("calendar", "titles stay in the calendar");
        await calendar.Delete("vacation");
        (await self.Post($"people/{person}/calendar/refresh")).Number("absences").ShouldBe(0);
        (await self.Get($"people/{person}/absences")).Items().ShouldBeEmpty();
        (await OnDay(app)).ShouldBe(standsIn, "it is announced by now");
    }

    [Theory, OnBothDatabases]
    public async Task The_same_days_by_hand_and_by_calendar_are_two_and_each_goes_by_itself(DatabaseKind database)
    {
        var text = VacationCalendar.Text("vacation", Day, Day);
        await using var host = await ChatServer.StartAsync(context => context.Response.WriteAsync(text));
        await using var app = await Start(database);
        await app.Post("people/mel/calendar", new { url = host.Url });
        await app.Post("people/mel/absences", new { from = Day });
        await app.Refused(HttpStatusCode.Conflict, HttpMethod.Post, "people/mel/absences", new { from = Day });
        (await Sources(app)).ShouldBe(["hand", "calendar 1"], ignoreOrder: true);
        text = VacationCalendar.Text("vacation", "2026-11-30", "2026-12-01");
        await app.Advance("PT15M");
        (await Sources(app)).ShouldBe(["hand", "calendar 1"], ignoreOrder: true);
        await app.Delete($"people/mel/absences/{Day}/{Day}");
        var refused = await app.Refused(
            HttpStatusCode.Conflict,
            HttpMethod.Delete,
            "people/mel/absences/2026-11-30/2026-12-01"
        );
        refused.Text("detail")!.ShouldContain("come from a calendar");
        await app.Post("people/mel/absences", new { from = Day });
        await app.Delete("people/mel/calendar");
        (await Sources(app)).ShouldBe(["hand"], "what came from the calendar goes with it");
        await app.Refused(HttpStatusCode.NotFound, HttpMethod.Get, "people/mel/calendar");
    }

    [Fact]
    public async Task A_calendar_that_cannot_be_read_says_why_once_and_its_absences_stay()
    {
        var text = VacationCalendar.Text("vacation", Day, Day);
        await using var host = await ChatServer.StartAsync(context => context.Response.WriteAsync(text));
        await using var app = await Start(DatabaseKind.Sqlite);
        await app.Post("people/mel/calendar", new { url = host.Url });
        text = "BEGIN:VCALENDAR\r\nthis is rubbish\r\n";
        await app.Advance("PT15M");
        await app.Advance("PT15M");
        var broken = await app.Get("people/mel/calendar");
        broken.Text("lastFailure")!.ShouldStartWith("Line 2 of the calendar is no line of a calendar");
        broken.Text("lastReadAt").ShouldBe("2026-11-23T08:00:00Z");
        (await Sources(app)).ShouldBe(["calendar 1"]);
        (await app.Page("/people")).ShouldContain("Line 2 of the calendar is no line of a calendar");
        text = VacationCalendar.Text("vacation", Day, Day);
        await app.Advance("PT15M");
        (await app.Get("people/mel/calendar")).Text("lastFailure").ShouldBeNull();
        var told = await app.Part<DutyStore>()
            .Read(db => db.Facts.Where(f => f.Source == "calendar" && f.Kind == FactKind.Source).ToListAsync());
        told.Count.ShouldBe(2, "once that it cannot be read, once that it can again");
    }

    [Fact]
    public async Task Who_does_not_answer_keeps_no_other_calendar_waiting()
    {
        var both = new TaskCompletionSource();
        var asked = 0;
        await using var host = await ChatServer.StartAsync(async context =>
        {
            // The first two are asked when they are set; then each is answered only once the other is asked as well.
            if (Interlocked.Increment(ref asked) == 4)
                both.SetResult();
            if (asked > 2)
                await both.Task.WaitAsync(context.RequestAborted);
            await context.Response.WriteAsync(VacationCalendar.Text("vacation", Day, Day));
        });
        await using var app = await Start(DatabaseKind.Sqlite);
        await app.Post("people/mel/calendar", new { url = host.Url });
        await app.Post("people/tom/calendar", new { url = host.Url });
        await app.Advance("PT15M");
        foreach (var handle in new[] { "mel", "tom" })
            (await app.Get($"people/{handle}/calendar")).Text("lastReadAt").ShouldBe("2026-11-23T08:15:00Z");
    }

    [Fact]
    public async Task What_is_unchanged_is_asked_for_by_its_version_and_once_a_day_in_full()
    {
        var versions = new List<string>();
        await using var host = await ChatServer.StartAsync(context =>
        {
            versions.Add(context.Request.Headers.IfNoneMatch.ToString());
            context.Response.Headers.ETag = "\"one\"";
            context.Response.StatusCode = versions[^1].Length > 0 ? 304 : 200;
            return versions[^1].Length > 0
                ? Task.CompletedTask
                : context.Response.WriteAsync(VacationCalendar.Text("vacation", Day, Day));
        });
        await using var app = await Start(DatabaseKind.Sqlite);
        await app.Post("people/mel/calendar", new { url = host.Url });
        await app.Advance("PT15M");
        (await app.Get("people/mel/calendar")).Text("lastReadAt").ShouldBe("2026-11-23T08:15:00Z");
        (await Sources(app)).ShouldBe(["calendar 1"]);
        await app.SetClock("2026-11-24T08:00:00Z");
        versions.ShouldBe(["", "\"one\"", ""]);
    }

    [Fact]
    public async Task The_team_s_calendar_names_people_and_what_names_nobody_is_listed()
    {
        var text = VacationCalendar.Text("Mel: vacation", Day, Day);
        await using var host = await ChatServer.StartAsync(context => context.Response.WriteAsync(text));
        await using var app = await Start(DatabaseKind.Sqlite);
        var owner = await app.As("nicolas", Role.ProcessOwner);
        var set = await owner.Post("absence-calendars", new { url = host.Url });
        set.Number("absences").ShouldBe(1);
        (await Sources(app)).ShouldBe(["calendar 1"]);
        text = VacationCalendar.Text("Summer party", Day, Day);
        var read = await owner.Post($"absence-calendars/{set.Number("id")}/refresh");
        read.Number("absences").ShouldBe(0);
        read.Items("leftOut").Single().GetString()!.ShouldStartWith($"“Summer party” on {Day}: neither its title");
        (await owner.Page("/people")).ShouldContain("Summer party");
        (await (await app.As("mel")).Page("/people")).ShouldNotContain("Summer party");
        await owner.Delete($"absence-calendars/{set.Number("id")}");
        (await owner.Get("absence-calendars")).Items().ShouldBeEmpty();
    }

    [Fact]
    public async Task One_s_own_is_one_s_own_and_the_address_is_never_shown_again()
    {
        await using var host = await ChatServer.StartAsync(context =>
            context.Response.WriteAsync(VacationCalendar.Text("vacation", Day, Day))
        );
        await using var app = await Start(DatabaseKind.Sqlite);
        var (mel, tom) = (await app.As("mel"), await app.As("tom"));
        var body = new { url = host.Url };
        await tom.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, "people/mel/calendar", body);
        await tom.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, "absence-calendars", body);
        var set = await mel.Post("people/mel/calendar", body);
        set.Text("host").ShouldBe("127.0.0.1");
        set.GetRawText().ShouldNotContain("secret-part");
        await tom.Refused(HttpStatusCode.Forbidden, HttpMethod.Get, "people/mel/calendar");
        await tom.Refused(HttpStatusCode.Forbidden, HttpMethod.Delete, "people/mel/calendar");
        (await mel.Page("/people")).ShouldContain("1 absence from 127.0.0.1");
        (await mel.Page("/people") + await mel.Page("/people/mel/calendar")).ShouldNotContain("secret-part");
        var kept = await app.Part<DutyStore>().Read(db => db.AbsenceCalendars.SingleAsync());
        JsonSerializer.Serialize(kept).ShouldNotContain("secret-part");
        (await app.Part<DutyStore>().Read(db => db.Facts.Select(f => f.Text).ToListAsync())).ShouldNotContain(t =>
            t.Contains("secret-part")
        );
    }

    [Fact]
    public async Task An_address_in_the_clear_or_of_the_own_network_is_told_how_to_allow()
    {
        await using var host = await ChatServer.StartAsync(context => context.Response.WriteAsync("x"));
        await using var app = await DutyApp.Start();
        await app.Post("people", new { handle = "mel" });
        var refused = await app.Refused(
            HttpStatusCode.BadRequest,
            HttpMethod.Post,
            "people/mel/calendar",
            new { url = host.Url }
        );
        refused.Text("errors.url.0")!.ShouldContain("calendar-hosts");
        var own = await app.Post("people/mel/calendar", new { url = "https://127.0.0.1:1/x.ics" });
        own.Text("lastFailure")!.ShouldContain("“calendar-hosts” in duty.json");
    }

    static async Task<DutyApp> Start(DatabaseKind database)
    {
        var app = await DutyApp.Start(database, RunningDuty.Time(Team.Friday), ("calendar-hosts", "127.0.0.1"));
        await Team.SetUp(app, "ann", "mel", "tom", "lea");
        return app;
    }

    static async Task<string> OnDay(DutyApp app) => (await Team.Rota(app, Day, Day))[0].Text("person")!;

    static async Task<IReadOnlyList<string?>> Sources(DutyApp app) =>
        (await app.Get("people/mel/absences")).Texts("items", "source");
}
