using System.Net;
using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Triage;

namespace DutyGuy.Tests.Stories;

/// <summary>S51 to S54: an entry for every day, drafted by the software, completed and signed by the person, read by the next.</summary>
public class TheLogBook
{
    [Theory, OnBothDatabases]
    public async Task S51_Twenty_days_are_twenty_entries(DatabaseKind database)
    {
        await using var app = await Team.OnFriday(database);
        await Team.SetUp(app, "ann", "mel", "tom", "lea");
        await app.SetClock("2026-12-18T20:00:00Z");
        var log = await Team.Log(app);
        log.Count.ShouldBe(20);
        log.Select(e => e.Text("date")).Distinct().Count().ShouldBe(20);
        log.ShouldAllBe(e => e.Yes("notSigned"));
        var people = (await Team.Rota(app, "2026-11-23", "2026-12-18")).Select(d => d.Text("person"));
        log.Select(e => e.Text("person")).ShouldBe(people);
    }

    [Fact]
    public async Task S51_A_server_that_was_off_for_two_weeks_writes_every_entry_it_missed()
    {
        await using var duty = await DutyProcess.Start();
        await duty.Api.SetClock(Team.Friday);
        foreach (var handle in new[] { "ann", "mel", "tom" })
            await duty.Api.Post("people", new { handle });
        await duty.Api.Post("duties", new { id = "engineering" });
        await duty.Restart();
        await duty.Api.SetClock("2026-12-11T18:00:00Z");
        (await Team.Log(duty.Api)).Count.ShouldBe(15);
        await duty.Api.Advance("PT1H");
        (await Team.Log(duty.Api)).Count.ShouldBe(15);
    }

    [Fact]
    public async Task S53_The_draft_has_the_red_the_errors_and_the_rollout_with_times_and_the_person_adds_words_and_signs()
    {
        await using var shop = await Shop.Open();
        var app = shop.App;
        await Team.Ci(app, "passing");
        await app.SetClock("2026-11-23T09:05:00Z");
        await Team.Ci(app, "failing", "bbbbbbb200000000000000000000000000000000", "Slots.Round");
        await app.SetClock("2026-11-23T09:41:00Z");
        await Team.Ci(app, "passing", "ccccccc300000000000000000000000000000000");
        foreach (var error in new[] { "TimeoutError", "KeyError", "TypeError" })
            await shop.Error(error);
        await app.SetClock("2026-11-23T15:10:00Z");
        await app.Post(
            "rollouts",
            new
            {
                release = "2026.47",
                commit = "ccccccc300000000000000000000000000000000",
                environment = "production",
            }
        );
        var draft = (await Team.Log(app)).ShouldHaveSingleItem();
        var facts = draft.Text("facts")!;
        facts.ShouldContain("- 10:05 Main turned red.");
        facts.ShouldContain("- 10:41 Main is green again after 36 minutes of red.");
        foreach (var error in new[] { "TimeoutError", "KeyError", "TypeError" })
            facts.ShouldContain($"- 10:41 New error in staging: “{error}");
        facts.ShouldContain("- 16:10");
        facts.ShouldContain("2026.47");
        var id = draft.Number("id");
        await shop.Duty.Patch($"log/{id}", new { odd = "Two flaky tests", tomorrow = "The fair begins" });
        var signed = await shop.Duty.Post($"log/{id}/sign");
        signed.Text("odd").ShouldBe("Two flaky tests");
        signed.Text("tomorrow").ShouldBe("The fair begins");
        signed.Text("signedAt").ShouldBe("2026-11-23T15:10:00Z");
    }

    [Fact]
    public async Task S52_An_entry_of_a_wild_day_still_fits_one_screen_and_says_what_was_left_out()
    {
        await using var shop = await Shop.Open();
        for (var i = 0; i < 30; i++)
            await shop.Error($"Error{i:00}");
        var facts = (await Team.Log(shop.App))[0].Text("facts")!;
        facts.Split('\n').Length.ShouldBeLessThan(40);
        facts.ShouldContain("### Errors");
        facts.ShouldContain("- and 23 more");
    }

    [Fact]
    public async Task Signing_does_not_end_the_turn_and_later_facts_come_after_the_signature()
    {
        await using var app = await Team.OnMonday();
        await app.SetClock("2026-11-23T16:45:00Z");
        var duty = await Team.Duty(app);
        var id = (await Team.Log(app))[0].Number("id");
        await duty.Post($"log/{id}/sign");
        (await Team.OnDuty(app)).ShouldNotBe("nobody");
        await app.Advance("PT5M");
        await Team.Ci(app, "failing");
        await app.SetClock("2026-11-23T17:00:00Z");
        var entry = await app.Get($"log/{id}");
        entry.Text("afterSigning")!.ShouldContain("17:50 Main turned red.");
        entry.Text("facts")!.ShouldNotContain("Main turned red");
        entry.Yes("notSigned").ShouldBeFalse();
        entry.Text("red.0.from").ShouldBe("2026-11-23T16:50:00Z");
        entry.Text("red.0.to").ShouldBeNull();
    }

    [Fact]
    public async Task One_edits_and_signs_ones_own_entry_until_the_end_of_the_next_working_day()
    {
        await using var app = await Team.OnMonday();
        var duty = await Team.Duty(app);
        var id = (await Team.Log(app))[0].Number("id");
        await app.SetClock("2026-11-24T10:00:00Z");
        (await app.Get($"log/{id}")).Yes("notSigned").ShouldBeTrue();
        await duty.Post($"log/{id}/sign");
        await duty.Patch($"log/{id}", new { odd = "It was the disk" });
        var other = await Team.Duty(app);
        await other.Refused(HttpStatusCode.Forbidden, HttpMethod.Patch, $"log/{id}", new { odd = "Mine" });
        await app.SetClock("2026-11-24T16:59:59Z");
        (await duty.Patch($"log/{id}", new { tomorrow = "Watch it" })).Text("odd").ShouldBe("It was the disk");
        await app.SetClock("2026-11-24T17:00:00Z");
        await duty.Refused(HttpStatusCode.Conflict, HttpMethod.Patch, $"log/{id}", new { odd = "Too late" });
    }

    [Fact]
    public async Task What_is_not_finished_is_handed_over_with_its_environment_and_in_its_own_words()
    {
        await using var shop = await Shop.Open();
        await shop.Error("*Key_Error*");
        await shop.Error("*Key_Error*", "production");
        await shop.App.SetClock("2026-11-24T08:00:00Z");
        var entry = (await Team.Log(shop.App))[0];
        string[] left = ["staging", "production"];
        var errors = entry.Items("notFinished").Where(o => o.Text("environment") is not null).ToList();
        errors.Select(o => o.Text("environment")).ShouldBe(left, ignoreOrder: true);
        errors.ShouldAllBe(o => o.Text("title") == "Find an owner: *Key_Error*: it broke");
        errors.Select(o => o.Text("kind")).Distinct().Count().ShouldBe(2);
        var page = await (await Team.Duty(shop.App)).Page("/");
        foreach (var environment in left)
        {
            entry.Text("facts")!.ShouldContain($"- Find an owner: \\*Key\\_Error\\*: it broke ({environment})");
            page.ShouldContain($"Not finished: Find an owner: *Key_Error*: it broke ({environment})");
        }
        entry.Text("firstFact").ShouldBe("09:00 New error in staging: “*Key_Error*: it broke”.");
        (await shop.App.Page("/log")).ShouldContain("09:00 New error in staging: ");
    }

    [Fact]
    public async Task S54_The_next_start_shows_the_last_entry_and_records_that_it_was_read()
    {
        await using var app = await Team.OnMonday();
        var id = (await Team.Log(app))[0].Number("id");
        await (await Team.Duty(app)).Patch($"log/{id}", new { tomorrow = "The fair begins" });
        await Team.Ci(app, "failing");
        await app.SetClock("2026-11-24T08:00:00Z");
        var on = await Team.OnDuty(app);
        var duty = await app.As(on);
        var page = await duty.Page("/");
        page.ShouldContain("The fair begins");
        page.ShouldContain("Not finished: Troubleshoot CI", customMessage: "the open hand-over");
        page.ShouldContain("You have not read the entry.");
        await duty.Post("duties/engineering/start");
        (await app.Get($"log/{id}")).At("readBy").EnumerateArray().Select(r => r.GetString()).ShouldBe([on]);
        (await duty.Page("/")).ShouldContain("You read the entry at");
    }
}
