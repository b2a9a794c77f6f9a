using System.Net;
using System.Text.Json;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Stories;

/// <summary>S1 to S9: one person a day, another every day, everybody in turn, told in time, and free to swap.</summary>
public class TheRota
{
    [Theory, OnBothDatabases]
    public Task S1_S2_S3_S4_Sixty_days_of_four_have_one_name_each_another_every_day_and_everybody_in_turn(
        DatabaseKind database
    ) => SixtyDays(database, 4);

    [Theory, OnBothDatabases]
    public Task S1_S2_S3_S4_Sixty_days_of_forty_have_one_name_each_another_every_day_and_everybody_in_turn(
        DatabaseKind database
    ) => SixtyDays(database, 40);

    static async Task SixtyDays(DatabaseKind database, int people)
    {
        await using var app = await Team.OnMonday(database, [.. Enumerable.Range(1, people).Select(i => $"p{i}")]);
        var days = (await Team.Rota(app, "2026-11-23", "2027-02-12")).Take(60).ToList();
        days.Count.ShouldBe(60);
        var dates = days.Select(d => DateOnly.Parse(d.Text("date")!)).ToList();
        dates.ShouldBe(WorkingDays(dates[0], 60));
        var names = days.Select(d => d.Text("person").ShouldNotBeNull()).ToList();
        names.Zip(names.Skip(1)).ShouldAllBe(pair => pair.First != pair.Second);
        names.Chunk(people).Where(lap => lap.Length == people).ShouldAllBe(lap => lap.Distinct().Count() == people);
    }

    [Theory, OnBothDatabases]
    public async Task S6_Who_joins_has_a_date_at_once_and_a_shadow_day_before_it(DatabaseKind database)
    {
        await using var app = await Team.OnMonday(database, "ann", "tom", "lea");
        await app.SetClock("2026-11-24T10:00:00Z");
        await app.Post("people", new { handle = "mel" });
        // The next twenty working days are announced: they move for nobody who is new.
        var days = (await Team.Rota(app, "2026-11-25", "2027-01-15")).ToList();
        var first = days.FindIndex(d => d.Text("person") == "mel");
        first.ShouldBeGreaterThan(0);
        days[first - 1].Text("shadow").ShouldBe("mel");
        days[first - 1].Text("person").ShouldNotBe("mel");
    }

    [Theory, OnBothDatabases]
    public async Task S8_Notices_go_out_five_working_days_before_the_day_before_and_at_the_start_and_never_at_night(
        DatabaseKind database
    )
    {
        await using var app = await Team.OnMonday(database, ["ann", "mel", "tom", "lea", "bob", "eve", "joe"]);
        var turn = (await Team.Rota(app, "2026-12-01", "2026-12-01"))[0].Text("person")!;
        await app.SetClock("2026-12-01T18:00:00Z");
        var notices = (await app.Outbox())
            .Where(m =>
                m.Text("to") == turn
                && m.Text("key")!.StartsWith("notice(engineering, 2026-12-01", StringComparison.Ordinal)
            )
            .OrderBy(m => m.Text("createdAt"), StringComparer.Ordinal)
            .Select(m => $"{m.Text("key")!.Split(", ")[2]} {m.Text("createdAt")}");
        notices.ShouldBe([
            "FiveDaysBefore 2026-11-24T08:00:00Z",
            "DayBefore 2026-11-30T15:00:00Z",
            "Start 2026-12-01T08:00:00Z",
            "NotStartedReminder 2026-12-01T08:30:00Z",
        ]);
        var hours = (await app.Outbox()).Select(m => RunningDuty.Time(m.Text("createdAt")).InUtc().Hour);
        hours.ShouldAllBe(hour => hour >= 8 && hour < 17, "09:00 to 18:00 in Paris");
    }

    [Theory, OnBothDatabases]
    public async Task S8_Who_has_not_started_by_nine_forty_five_has_the_stand_by_asked_and_the_process_owner_told(
        DatabaseKind database
    )
    {
        await using var app = await Team.OnFriday(database);
        await app.Post("people", new { handle = "nicolas", role = "process owner" });
        var on = await Team.SetUp(app, "ann", "mel", "tom", "lea");
        var next = (await Team.Rota(app, "2026-11-24", "2026-11-24"))[0].Text("person")!;
        await app.SetClock("2026-11-23T08:44:59Z");
        (await Team.Told(app, next, "StandByAsked")).ShouldBeEmpty();
        await app.SetClock("2026-11-23T08:45:00Z");
        (await Team.Told(app, next, "StandByAsked")).ShouldHaveSingleItem();
        (await Team.Told(app, "nicolas", "ProcessOwnerTold")).ShouldHaveSingleItem();
        (await Team.OnDuty(app)).ShouldBe(on, "nobody starts: the rota's person stays until a take-over");
    }

    [Fact]
    public async Task Start_stops_the_later_notices_and_changes_nothing_else()
    {
        await using var app = await Team.OnMonday();
        var duty = await Team.Duty(app);
        var before = await app.Get("duties/engineering/on-duty");
        await duty.Post("duties/engineering/start");
        await duty.Post("duties/engineering/start");
        await app.SetClock("2026-11-23T10:00:00Z");
        (await app.Outbox()).ShouldNotContain(m =>
            m.Text("key")!.Contains("NotStarted") || m.Text("key")!.Contains("StandBy")
        );
        (await app.Get("duties/engineering/on-duty")).GetRawText().ShouldBe(before.GetRawText());
        (await app.Facts("engineering")).Count(f => f.Text("kind") == "duty started").ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task S9_A_swap_is_offered_and_accepted_in_two_requests_and_both_are_told(DatabaseKind database)
    {
        await using var app = await Team.OnFriday(database);
        await Team.SetUp(app, "ann", "mel", "tom", "lea");
        var days = await Team.Rota(app, "2026-11-25", "2026-11-26");
        var (from, with) = (days[0].Text("person")!, days[1].Text("person")!);
        var swap = await Offer(await app.As(from), "2026-11-25", with, "2026-11-26");
        await (await app.As(with)).Post($"swaps/{swap.Text("id")}/accept");
        (await Team.Rota(app, "2026-11-25", "2026-11-26")).Select(d => d.Text("person")).ShouldBe([with, from]);
        (await Team.Told(app, from, "swap(")).ShouldHaveSingleItem();
        (await Team.Told(app, with, "Accepted")).ShouldHaveSingleItem();
        (await app.Facts("engineering")).Count(f => f.Text("kind") == "swap").ShouldBe(2);
        (await Team.Log(app))[0]
            .Text("facts")!
            .ShouldContain(" takes Wednesday 25 November for Thursday 26 November from ");
        await (await app.As(with)).Refused(HttpStatusCode.Conflict, HttpMethod.Post, $"swaps/{swap.Text("id")}/accept");
    }

    [Fact]
    public async Task A_program_that_is_called_like_a_person_answers_no_swap()
    {
        await using var app = await Team.OnMonday();
        var days = await Team.Rota(app, "2026-11-25", "2026-11-26");
        var (from, with) = (days[0].Text("person")!, days[1].Text("person")!);
        var swap = await Offer(await app.As(from), "2026-11-25", with, "2026-11-26");
        var program = await app.WithToken(with, Domain.Role.Engineer);
        var path = $"swaps/{swap.Text("id")}/accept";
        var refused = await program.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, path);
        refused.Text("detail")!.ShouldContain("Only a person");
    }

    [Fact]
    public async Task An_absence_before_the_start_moves_the_day_and_after_it_one_takes_over()
    {
        await using var app = await Team.OnMonday();
        var on = await Team.OnDuty(app);
        await app.Post($"people/{on}/absences", new { from = "2026-11-23", to = "2026-11-23" });
        (await Team.OnDuty(app)).ShouldBe(on, "the turn has begun");
        var tomorrow = (await Team.Rota(app, "2026-11-24", "2026-11-24"))[0].Text("person")!;
        await app.Post($"people/{tomorrow}/absences", new { from = "2026-11-24", to = "2026-11-24" });
        var moved = (await Team.Rota(app, "2026-11-24", "2026-11-24"))[0];
        moved.Text("person").ShouldNotBe(tomorrow);
        moved.Text("why")!.ShouldContain(tomorrow);
    }

    [Theory, OnBothDatabases]
    public async Task What_a_preview_shows_is_what_saving_moves_and_tells(DatabaseKind database)
    {
        await using var app = await Team.OnFriday(database);
        await Team.SetUp(app, "ann", "mel", "tom", "lea", "bob");
        await app.SetClock("2026-11-24T10:00:00Z");
        var away = (await Team.Rota(app, "2026-11-30", "2026-11-30"))[0].Text("person")!;
        var preview = await app.Post(
            "rota/preview",
            new
            {
                person = away,
                awayFrom = "2026-11-26",
                awayTo = "2026-12-04",
            }
        );
        var shown = preview.Items("moves").Select(m => $"{m.Text("date")} {m.Text("from")} {m.Text("to")}").ToList();
        shown.ShouldNotBeEmpty();
        var before = (await app.Get("duties/engineering/rota/changes")).Items().Select(m => m.Text("id")).ToList();
        (await Team.Rota(app, "2026-11-30", "2026-11-30"))[0].Text("person").ShouldBe(away, "a preview writes nothing");
        var themselves = await app.As(away);
        await themselves.Post($"people/{away}/absences", new { from = "2026-11-26", to = "2026-12-04" });
        var changes = (await app.Get("duties/engineering/rota/changes")).Items().ToList();
        changes.RemoveAll(m => before.Contains(m.Text("id")));
        changes.Select(m => $"{m.Text("date")} {m.Text("from")} {m.Text("to")}").ShouldBe(shown, ignoreOrder: true);
        var told = (await app.Outbox()).Where(m =>
            m.Text("key")!.StartsWith("moved(", StringComparison.Ordinal)
            && m.Text("createdAt") == "2026-11-24T10:00:00Z"
        );
        var moved = changes.SelectMany(m => new[] { m.Text("from"), m.Text("to") }).OfType<string>().Distinct();
        told.Select(m => m.Text("to")).ShouldBe(moved, ignoreOrder: true);
        foreach (var change in changes)
            change.Text("why")!.ShouldContain(": ");
        changes.Select(m => m.Text("by")).Distinct().ShouldBe([away], "whose absence it was");
    }

    [Fact]
    public async Task A_moved_date_goes_back_while_it_is_to_come()
    {
        await using var app = await Team.OnMonday("ann", "mel", "tom", "lea", "bob");
        await app.SetClock("2026-11-24T10:00:00Z");
        var away = (await Team.Rota(app, "2026-11-30", "2026-11-30"))[0].Text("person")!;
        await app.Post($"people/{away}/absences", new { from = "2026-11-30", to = "2026-11-30" });
        var id = (await app.Get("duties/engineering/rota/changes"))
            .Items()
            .Single(m => m.Text("date") == "2026-11-30")
            .Text("id");
        var undo = $"rota/changes/{id}/undo";
        var refused = await app.Refused(HttpStatusCode.Conflict, HttpMethod.Post, undo);
        refused.Text("detail")!.ShouldContain("cannot have 2026-11-30");
        await app.Delete($"people/{away}/absences/2026-11-30/2026-11-30");
        await app.Post(undo);
        (await Team.Rota(app, "2026-11-30", "2026-11-30"))[0].Text("person").ShouldBe(away);
    }

    [Theory, OnBothDatabases]
    public async Task The_health_of_the_rota_says_how_fair_it_is(DatabaseKind database)
    {
        await using var app = await Team.OnFriday(database);
        await Team.SetUp(app, "ann", "mel", "tom", "lea");
        var health = await app.Get("duties/engineering/rota/health");
        health.GetProperty("medianGap").GetInt32().ShouldBe(4);
        health.GetProperty("aim").GetInt32().ShouldBe(25);
        health.Items("overAim").ShouldBeEmpty();
        await app.Post("people/lea/absences", new { from = "2026-11-30", to = "2027-02-26" });
        var later = await app.Get("duties/engineering/rota/health");
        later.GetProperty("overAim")[0].GetString().ShouldBe("lea");
        later.GetProperty("longestGap").GetProperty("workingDays").GetInt32().ShouldBeGreaterThan(60);
        await app.Refused(HttpStatusCode.NotFound, HttpMethod.Get, "duties/none/rota/health");
    }

    static Task<JsonElement> Offer(DutyApi by, string date, string with, string? withDate) =>
        by.Post(
            "duties/engineering/swaps",
            new
            {
                date,
                with,
                withDate,
            }
        );

    static IEnumerable<DateOnly> WorkingDays(DateOnly first, int count) =>
        Enumerable
            .Range(0, count * 2)
            .Select(first.AddDays)
            .Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .Take(count);
}
