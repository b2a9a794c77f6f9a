using System.Net;
using System.Text.RegularExpressions;
using DutyGuy.Domain;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Triage;

/// <summary>S21 to S25, S29, S31 to S34: every error finds an owner with one question.</summary>
public class FindAnOwner
{
    [Theory, OnBothDatabases]
    public async Task S21_Seven_errors_are_seven_items(DatabaseKind database)
    {
        await using var shop = await Shop.Open(database);
        for (var i = 1; i <= 7; i++)
            await shop.Sender.Error($"Broken{i}");
        (await shop.Lines()).Count.ShouldBe(7);
        (await shop.App.Get("errors?environment=staging&status=open")).Number("total").ShouldBe(7);
        (await shop.App.Get("errors?environment=production")).Number("total").ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task S22_S26_S29_At_exactly_two_days_an_error_moves_branch_and_nobody_is_poked_again(
        DatabaseKind database
    )
    {
        await using var shop = await Shop.Open(database);
        await shop.App.SetClock("2026-11-23T09:00:00Z");
        await shop.Error("Timeout");
        await shop.App.SetClock("2026-11-25T08:59:59Z");

        (await shop.Lines()).ShouldBe(["staging: Find an owner: Timeout: it broke"]);
        await shop.App.SetClock("2026-11-25T09:00:00Z");
        (await shop.Lines()).ShouldBe(["staging: Write up: Timeout: it broke"]);
        (await shop.Board()).Text("lines.0.actions").ShouldBe("""["investigate","file ticket"]""");
        (await shop.Sent(OutboxKind.Poke)).ShouldBeEmpty();
        var page = await (await shop.App.As(await Stories.Team.OnDuty(shop.App))).Page("/triage/1");
        page.ShouldContain("action=\"/triage/1/conclusions\"");
    }

    [Fact]
    public async Task A_storm_of_errors_shows_fifty_at_first_and_all_when_asked()
    {
        await using var shop = await Shop.Open();
        for (var i = 0; i < 53; i++)
            await shop.Sender.Error($"E{i}", "production", null);
        var page = await shop.Duty.Page("/triage");
        Lines(page).ShouldBe(50, "beside the one in the card");
        page.ShouldContain("And 2 more. <a href=\"/triage?all=true\">Show all</a>");
        var all = await shop.Duty.Page("/triage?all=true");
        Lines(all).ShouldBe(52);
        all.ShouldNotContain("Show all");

        static int Lines(string page) => Regex.Count(page, "<li id=\"error-[0-9]+\"", RegexOptions.NonBacktracking);
    }

    [Fact]
    public async Task S29_A_poked_error_that_turns_old_asks_its_owner_and_the_duty_on_the_next_working_day()
    {
        await using var shop = await Shop.Open();
        await shop.App.SetClock("2026-11-23T09:00:00Z");
        var (id, owner) = (await shop.Error("Timeout"), shop.Others[0]);
        await shop.Poke(id, owner);
        await shop.Answer(id, owner, "taken", due: "2026-12-04");
        await shop.App.SetClock("2026-11-25T09:00:00Z");
        (await shop.Lines()).ShouldBeEmpty();
        (await shop.Sent(OutboxKind.Message)).ShouldHaveSingleItem().To.ShouldBe(owner);
        await shop.App.SetClock("2026-11-26T08:00:00Z");
        (await shop.Lines()).ShouldBe(["staging: Write up: Timeout: it broke"]);
        (await shop.Sent(OutboxKind.Poke)).Count.ShouldBe(1);
        (await shop.Sent(OutboxKind.Message)).Count.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task S24_S25_A_poke_is_one_message_with_link_and_reason_and_assigns(DatabaseKind database)
    {
        await using var shop = await Shop.Open(database);
        var (id, lea) = (await shop.Error("Timeout"), shop.Others[0]);
        await shop.Suggest(id, lea);
        await shop.Poke(id, lea);
        await shop.Poke(id, lea);
        var poke = (await shop.Get(id)).Items("pokes").ShouldHaveSingleItem();
        var message = (await shop.Sent(OutboxKind.Poke)).ShouldHaveSingleItem();
        message.To.ShouldBe(lea);
        message.Link.ShouldBe($"/pokes/{poke.Number("id")}");
        message.Text.ShouldContain("wrote line 1");
        foreach (var answer in new[] { "taken", "not me", "later" })
            message.Text.ShouldContain(answer);
        (await shop.Get(id)).Text("assignee").ShouldBe(lea);
        (await shop.Sent(OutboxKind.Assign)).ShouldHaveSingleItem().State.ShouldBe(OutboxState.Sent);
        (await shop.Lines()).ShouldBeEmpty();
        (await shop.Board()).Items("others").ShouldHaveSingleItem().Text("person").ShouldBe(lea);
    }

    [Theory, OnBothDatabases]
    public async Task S31_S32_An_unassigned_production_error_of_any_age_is_an_item_and_an_assigned_one_is_none(
        DatabaseKind database
    )
    {
        await using var shop = await Shop.Open(database);
        var id = await shop.Error("NoMoney", "production");
        await shop.App.SetClock("2026-12-23T08:00:00Z");
        (await shop.Lines()).ShouldBe(["production: Find an owner: NoMoney: it broke"]);
        var onDuty = await Stories.Team.OnDuty(shop.App);
        var lea = new[] { "ann", "bob" }.First(p => p != onDuty);
        await (await shop.App.As(onDuty)).Post($"errors/{id}/poke", new { person = lea });
        (await shop.Lines()).ShouldBeEmpty();
        (await shop.Sent(OutboxKind.Poke)).ShouldHaveSingleItem().To.ShouldBe(lea);
    }

    [Fact]
    public async Task S33_An_error_is_on_the_board_when_its_sender_has_the_answer()
    {
        await using var shop = await Shop.Open();
        await shop.App.SetClock("2026-11-23T10:00:00Z");
        (await shop.Lines()).ShouldBeEmpty();
        await shop.Sender.Error("NoMoney", "production");
        (await shop.Lines()).ShouldBe(["production: Find an owner: NoMoney: it broke"]);
    }

    [Theory, OnBothDatabases]
    public async Task S34_A_burst_of_three_causes_is_three_items_and_three_pokes(DatabaseKind database)
    {
        await using var shop = await Shop.Open(database);
        var sending = Enumerable
            .Range(0, 5000)
            .Chunk(50)
            .Select(async part =>
            {
                foreach (var i in part)
                    await shop.Sender.Error($"Cause{i % 3}", "production");
            });
        await Task.WhenAll(sending);
        (await shop.Lines()).Count.ShouldBe(3);
        var errors = (await shop.App.Get("errors")).Items();
        errors.Sum(e => e.Number("events")).ShouldBe(5000);
        foreach (var error in errors)
            await shop.Poke(error.Number("id"), shop.Others[0]);
        foreach (var error in errors)
            await shop.Poke(error.Number("id"), shop.Others[0]);
        (await shop.Sent(OutboxKind.Poke)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task S35_The_item_shows_events_users_and_support_contacts()
    {
        await using var shop = await Shop.Open();
        await shop.Sender.Error("NoMoney", "production", user: "ann");
        await shop.Sender.Error("NoMoney", "production", user: "bob");
        var id = await shop.Error("NoMoney", "production");
        await shop.App.Post(
            "signals/number",
            new
            {
                name = "support contacts",
                value = 4,
                error = id,
            }
        );
        var why = (await shop.Board()).Items("lines").ShouldHaveSingleItem().Text("why");
        why.ShouldBe("production, 2 users, 3 events, 4 support contacts.");
    }

    [Fact]
    public async Task Who_is_away_is_refused_with_the_next_name()
    {
        await using var shop = await Shop.Open();
        var (away, next) = (shop.Others[0], shop.Others[1]);
        var id = await shop.Error("Timeout");
        await shop.Suggest(id, away, next);
        await shop.App.Post($"people/{away}/absences", new { from = "2026-11-23", to = "2026-11-25" });
        var refused = await shop.Duty.Refused(
            HttpStatusCode.Conflict,
            HttpMethod.Post,
            $"errors/{id}/poke",
            new { person = away }
        );
        refused.Text("detail")!.ShouldContain("is away until 25 November");
        refused.Text("detail")!.ShouldContain($"Next is {next}");
        var suggestions = (await shop.App.Get($"errors/{id}/suggestions")).Items();
        suggestions.Select(s => s.Text("person")).ShouldBe([away, next]);
        suggestions[0].Text("absent")!.ShouldContain("is away");
        suggestions[1].Text("absent").ShouldBeNull();
    }

    [Fact]
    public async Task Only_who_is_on_duty_pokes_and_a_program_without_a_person_never_does()
    {
        await using var shop = await Shop.Open();
        var id = await shop.Error("Timeout");
        var (path, body) = ($"errors/{id}/poke", new { person = shop.Others[1] });
        var other = await shop.App.As(shop.Others[0]);
        var refused = await other.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, path, body);
        refused.Text("detail").ShouldBe($"{Name(shop.OnDuty)} is on duty. Take over first.");
        await shop.App.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, path, body);
        await other.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, $"errors/{id}/assign", body);
        await other.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, $"errors/{id}/conclusions", new { text = "x" });
        await other.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, $"errors/{id}/resolve");
        (await shop.Sent(OutboxKind.Poke)).ShouldBeEmpty();
    }

    static string Name(string handle) => char.ToUpperInvariant(handle[0]) + handle[1..];
}
