using DutyGuy.Domain;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Triage;

/// <summary>S26 to S28 and the life of an error: what is old is written up, what comes back lives again.</summary>
public class OldErrors
{
    [Theory, OnBothDatabases]
    public async Task S27_Conclusions_are_one_ticket_with_text_link_and_count_and_the_error_links_back(
        DatabaseKind database
    )
    {
        await using var shop = await Shop.Open(database);
        await shop.Sender.Error("Timeout", user: "ann");
        var id = await shop.Error("Timeout");
        await shop.App.SetClock("2026-11-25T09:00:00Z");
        var duty = await shop.App.As(await Stories.Team.OnDuty(shop.App));
        await duty.Post($"errors/{id}/conclusions", new { text = "The gateway is slow at nine." });
        await duty.Post($"errors/{id}/conclusions", new { text = "Once more." });
        var ticket = (await shop.App.Get("tickets")).Items().ShouldHaveSingleItem();
        ticket.Text("text").ShouldBe("The gateway is slow at nine.");
        ticket.Text("link").ShouldBe((await shop.Get(id)).Text("url"));
        (ticket.Number("events"), ticket.Number("users")).ShouldBe((2, 1));
        (await shop.Get(id)).Items("tickets").ShouldHaveSingleItem().Number("id").ShouldBe(ticket.Number("id"));
        var message = (await shop.Sent(OutboxKind.Ticket)).ShouldHaveSingleItem();
        message.Text.ShouldContain("The gateway is slow at nine.");
        message.Text.ShouldContain("2 events");
        message.Link.ShouldBe($"/triage/{id}");
        (await shop.Lines()).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task S28_A_still_day_of_a_hundred_passes_sends_four_pokes_and_files_two_tickets(DatabaseKind database)
    {
        await using var shop = await Shop.Open(database);
        var old = new[] { await shop.Error("Old1"), await shop.Error("Old2") };
        await shop.App.SetClock("2026-11-25T08:00:00Z");
        var onDuty = await Stories.Team.OnDuty(shop.App);
        var others = new[] { "ann", "bob", "lea", "mel", "tom" }.Where(p => p != onDuty).ToArray();
        foreach (var type in new[] { "Young1", "Young2" })
            await shop.Suggest(await shop.Error(type), others);
        foreach (var type in new[] { "Live1", "Live2" })
            await shop.Suggest(await shop.Error(type, "production"), others);
        var duty = await shop.App.As(onDuty);
        // The working day in a hundred passes; in twenty where each takes five times as long.
        var passes = database == DatabaseKind.Sqlite ? 100 : 20;
        for (var pass = 0; pass < passes; pass++)
        {
            foreach (var error in (await shop.App.Get("errors")).Items().Select(e => e.Number("id")))
                await Press(duty, error, old.Contains(error), others[0]);
            if (pass == 0)
                await EverybodyTakes(shop);
            await shop.Board();
            await shop.App.Advance($"PT{27_000 / passes}S");
        }
        (await shop.Sent(OutboxKind.Poke)).Count.ShouldBe(4);
        (await shop.Sent(OutboxKind.Ticket)).Count.ShouldBe(2);
        (await shop.App.Get("tickets")).Number("total").ShouldBe(2);
        (await shop.Lines()).ShouldBeEmpty();
    }

    static async Task EverybodyTakes(Shop shop)
    {
        foreach (var error in (await shop.App.Get("errors")).Items().Where(e => e.Text("ownership") == "poked"))
            await shop.Answer(error.Number("id"), error.Text("assignee")!, "taken");
    }

    /// <summary>Every button that the article's loop knows, offered or not any more.</summary>
    static async Task Press(DutyApi duty, long error, bool old, string person)
    {
        if (old)
            await duty.Send(HttpMethod.Post, $"errors/{error}/conclusions", new { text = "Seen." });
        else
        {
            await duty.Send(HttpMethod.Post, $"errors/{error}/poke", new { person });
            await duty.Send(HttpMethod.Post, $"errors/{error}/assign", new { person });
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_resolved_error_lives_again_when_a_release_that_is_not_older_raises_it(DatabaseKind database)
    {
        await using var shop = await Shop.Open(database);
        var id = await shop.Error("Timeout", release: "shop@2");
        await shop.Poke(id, shop.Others[0]);
        await shop.Answer(id, shop.Others[0], "taken");
        await (await shop.App.As(shop.Others[0])).Post($"errors/{id}/resolve");
        await shop.App.Advance("PT1H");
        await shop.Sender.Error("Timeout", release: "shop@2");
        var back = await shop.Get(id);
        (back.Text("status"), back.Number("life"), back.Number("events")).ShouldBe(("open", 2, 2));
        back.Text("regressedAt").ShouldBe(back.Text("createdAt"));
        back.Text("assignee").ShouldBe(shop.Others[0]);
        (await shop.App.Facts("engineering")).ShouldContain(f => f.Text("kind") == "error regressed");
    }

    [Fact]
    public async Task An_owner_who_is_away_does_not_keep_an_error_that_comes_back()
    {
        await using var shop = await Shop.Open();
        var (id, owner) = (await shop.Error("Timeout", "production"), shop.Others[0]);
        await shop.Duty.Post($"errors/{id}/assign", new { person = owner });
        await (await shop.App.As(owner)).Post($"errors/{id}/resolve");
        await shop.App.Post($"people/{owner}/absences", new { from = "2026-11-23", to = "2026-11-27" });
        await shop.Sender.Error("Timeout", "production");
        (await shop.Get(id)).Text("assignee").ShouldBeNull();
        (await shop.Lines()).ShouldBe(["production: Find an owner: Timeout: it broke"]);
    }

    [Fact]
    public async Task An_ignored_error_stays_ignored()
    {
        await using var shop = await Shop.Open();
        var id = await shop.Error("Timeout");
        await shop.Duty.Post($"errors/{id}/ignore");
        await shop.Sender.Error("Timeout");
        var ignored = await shop.Get(id);
        (ignored.Text("status"), ignored.Number("events")).ShouldBe(("ignored", 2));
        (await shop.Lines()).ShouldBeEmpty();
    }
}
