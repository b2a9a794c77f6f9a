using System.Net;
using System.Text;
using System.Text.Json;
using DutyGuy.Domain;
using DutyGuy.Tests.Harness;
using Ical.Net;

namespace DutyGuy.Tests.Stories;

/// <summary>S86, S95: a team begins, takes over what was, reads the rota in its own calendars, and somebody leaves.</summary>
public class TheRotaBegins
{
    [Fact]
    public async Task S95_One_person_on_Monday_and_forty_four_on_Tuesday_have_one_turn_each_in_twenty_days()
    {
        await using var app = await Team.OnFriday();
        await Team.SetUp(app, "ann");
        await app.SetClock("2026-11-24T10:00:00Z");
        var csv = "handle,name\n" + string.Concat(Enumerable.Range(1, 44).Select(i => $"p{i},Person {i}\n"));
        var preview = await app.Post("people/import?preview=true", Csv(csv));
        preview.Items("moves").ShouldNotBeEmpty();
        (await Team.Rota(app, "2026-11-25", "2026-12-22")).ShouldAllBe(d => d.Text("person") == "ann");
        await app.Post("people/import", Csv(csv));
        await app.Advance("PT1M");
        var days = await Team.Rota(app, "2026-11-25", "2026-12-22");
        days.Select(d => d.Text("person")).Distinct().Count().ShouldBe(20);
        days.ShouldNotContain(d => d.Text("person") == "ann", "she had two days already");
        days.ShouldAllBe(d => d.Text("shadow") == null);
        var told = (await app.Outbox()).Where(m => m.Text("key")!.StartsWith("moved(", StringComparison.Ordinal));
        told.Select(m => m.Text("to")).ShouldContain("p1");
    }

    [Fact]
    public async Task Turns_of_before_are_imported_once_and_count_and_write_no_entry()
    {
        await using var app = await Team.OnMonday("ann", "mel", "tom", "lea");
        var days = Enumerable.Range(1, 10).Select(i => new DateOnly(2026, 11, 9).AddDays(-7 * i)).ToList();
        var csv = "person;date\n" + string.Concat(days.Select(d => $"Mel;{d:yyyy-MM-dd}\n"));
        (await app.Post("duties/engineering/rota/import?preview=true", Csv(csv))).Items("turns").Count.ShouldBe(10);
        await app.Post("duties/engineering/rota/import", Csv(csv));
        var again = await app.Refused(
            HttpStatusCode.BadRequest,
            HttpMethod.Post,
            "duties/engineering/rota/import",
            Csv("date,person\n2026-08-31,mel\n2026-11-25,ann\nmonday,ann\n2026-10-14,nobody\n")
        );
        var why = again.Text("detail")!;
        why.ShouldContain("Line 2: 2026-08-31 has a turn already.");
        why.ShouldContain("Line 3: 2026-11-25 is not before the first day of the rota");
        why.ShouldContain("Line 4: “monday” in date is not a date.");
        why.ShouldContain("Line 5: “nobody” is nobody in the team.");
        await app.Advance("PT1M");
        (await app.Get("log")).Items().Count.ShouldBe(1, "that of today");
        (await Team.Rota(app, "2026-08-31", "2026-08-31"))[0].Text("person").ShouldBe("mel");
    }

    [Fact]
    public async Task A_calendar_shows_my_turns_and_one_that_moves_keeps_its_id()
    {
        await using var app = await Team.OnMonday("ann", "mel", "tom", "lea");
        var mel = await app.As("mel");
        var addresses = await mel.Post("calendar", new { });
        var mine = new Uri(addresses.Text("mine")!).PathAndQuery;
        var before = await Read(app, mine);
        before.Count.ShouldBeGreaterThan(60);
        var next = before.First(e => e.Start > new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc));
        next.Summary.ShouldBe("On duty: Engineering");
        next.Alarm.ShouldBeTrue();
        var swap = (await Team.Rota(app, "2026-11-24", "2026-12-18")).First(d =>
            d.Text("person") != "mel" && DateOnly.Parse(d.Text("date")!) > DateOnly.FromDateTime(next.Start)
        );
        var offered = await mel.Post(
            "duties/engineering/swaps",
            new
            {
                date = $"{next.Start:yyyy-MM-dd}",
                with = swap.Text("person"),
                withDate = swap.Text("date"),
            }
        );
        await (await app.As(swap.Text("person")!)).Post($"swaps/{offered.Text("id")}/accept", new { });
        var after = await Read(app, mine);
        after.Select(e => e.Uid).ShouldBeUnique();
        after.Select(e => e.Uid).ShouldContain(next.Uid);
        after.ShouldNotContain(e => e.Start == next.Start);
        var all = await Read(app, new Uri(addresses.Text("all")!).PathAndQuery);
        all.Count.ShouldBeGreaterThan(3 * before.Count);
        (await mel.Post("calendar", new { })).Text("mine").ShouldNotBe(addresses.Text("mine"));
        (await app.Nobody.Http.GetAsync(new Uri(mine, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_left_is_not_on_duty_and_the_stand_by_is_asked()
    {
        await using var app = await Team.OnMonday("ann", "mel", "tom", "lea");
        var holder = await Team.OnDuty(app);
        await app.SetClock("2026-11-23T10:00:00Z");
        await app.Patch($"people/{holder}", new { leftOn = "2026-11-20" });
        await app.Advance("PT1M");
        (await Team.OnDuty(app)).ShouldBe("nobody");
        (await app.Facts("engineering")).ShouldContain(f =>
            f.Text("text")!.EndsWith("left the team: nobody is on duty.")
        );
        (await app.Outbox()).ShouldContain(m => m.Text("key")!.Contains("StandByAsked"));
    }

    [Fact]
    public async Task Only_who_has_a_turn_and_the_process_owner_offer_it()
    {
        await using var app = await Team.OnMonday("ann", "mel", "tom", "lea");
        var turn = (await Team.Rota(app, "2026-11-25", "2026-12-10")).First(d => d.Text("person") == "mel");
        var offer = new { date = turn.Text("date"), with = "lea" };
        await (await app.As("tom")).Refused(
            HttpStatusCode.Forbidden,
            HttpMethod.Post,
            "duties/engineering/swaps",
            offer
        );
        await (await app.As("mel")).Post("duties/engineering/swaps", offer);
    }

    static StringContent Csv(string text) => new(text, Encoding.UTF8, "text/csv");

    sealed record Shown(string Uid, string Summary, DateTime Start, bool Alarm);

    /// <summary>As two readers that know nothing of each other understand it: Ical.Net, and RFC 5545 line by line.</summary>
    static async Task<IReadOnlyList<Shown>> Read(DutyApp app, string path)
    {
        var text = await app.Nobody.Http.GetStringAsync(new Uri(path, UriKind.Relative));
        var read = Calendar
            .Load(text)!
            .Events.Select(e => new Shown(e.Uid!, e.Summary!, e.Start!.AsUtc, e.Alarms.Count == 1))
            .OrderBy(e => e.Start)
            .ToList();
        var plain = new List<Shown>();
        foreach (var block in text.Replace("\r\n ", "").Split("BEGIN:VEVENT").Skip(1))
        {
            string Value(string name) =>
                block.Split("\r\n").First(l => l.StartsWith(name, StringComparison.Ordinal)).Split(':', 2)[1];
            plain.Add(
                new(
                    Value("UID"),
                    Value("SUMMARY"),
                    DateTime
                        .ParseExact(Value("DTSTART"), "yyyyMMdd'T'HHmmss'Z'", null)
                        .ToUniversalTime()
                        .Date.Add(DateTime.ParseExact(Value("DTSTART"), "yyyyMMdd'T'HHmmss'Z'", null).TimeOfDay),
                    block.Contains("BEGIN:VALARM")
                )
            );
        }
        plain.OrderBy(e => e.Start).Select(e => (e.Uid, e.Alarm)).ShouldBe(read.Select(e => (e.Uid, e.Alarm)));
        return read;
    }
}
