using System.Net;
using DutyGuy.Domain;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Triage;

/// <summary>Taken, not me, later, and silence (definition C4).</summary>
public class AnswersToPokes
{
    [Theory, OnBothDatabases]
    public async Task Taken_is_due_in_two_working_days_and_overdue_comes_back(DatabaseKind database)
    {
        await using var shop = await Shop.Open(database);
        var id = await shop.Error("NoMoney", "production");
        await shop.Poke(id, shop.Others[0]);
        await shop.Answer(id, shop.Others[0], "taken");
        var taken = await shop.Get(id);
        (taken.Text("ownership"), taken.Text("dueOn")).ShouldBe(("taken", "2026-11-25"));
        await shop.App.SetClock("2026-11-25T16:00:00Z");
        (await shop.Lines()).ShouldBeEmpty();
        await shop.App.SetClock("2026-11-26T08:00:00Z");
        (await shop.Lines()).ShouldBe([$"production: Ask {Name(shop.Others[0])}: NoMoney: it broke"]);
    }

    [Fact]
    public async Task Ten_times_the_users_bring_a_taken_error_back()
    {
        await using var shop = await Shop.Open();
        var id = await shop.Error("NoMoney", "production");
        await shop.Sender.Error("NoMoney", "production", user: "u0");
        await shop.Poke(id, shop.Others[0]);
        await shop.Answer(id, shop.Others[0], "taken");
        for (var user = 1; user < 9; user++)
            await shop.Sender.Error("NoMoney", "production", user: $"u{user}");
        (await shop.Lines()).ShouldBeEmpty();
        await shop.Sender.Error("NoMoney", "production", user: "u9");
        (await shop.Lines()).ShouldBe([$"production: Ask {Name(shop.Others[0])}: NoMoney: it broke"]);
    }

    [Fact]
    public async Task An_answer_without_its_word_is_no_answer()
    {
        await using var shop = await Shop.Open();
        var id = await shop.Error("Timeout");
        await shop.Poke(id, shop.Others[0]);
        var asked = await shop.App.As(shop.Others[0]);
        var path = $"pokes/{(await shop.Get(id)).Items("pokes")[0].Number("id")}/answer";
        var wrong = await asked.Refused(HttpStatusCode.BadRequest, HttpMethod.Post, path, new { });
        wrong.Text("detail").ShouldBe("Missing: answer.");
        (await shop.Get(id)).Text("ownership").ShouldBe("poked");
    }

    [Fact]
    public async Task Not_me_with_a_name_asks_that_person_and_without_the_next_candidate()
    {
        await using var shop = await Shop.Open();
        var (first, second, third) = (shop.Others[0], shop.Others[1], shop.Others[2]);
        var id = await shop.Error("Timeout");
        await shop.Suggest(id, first, second);
        await shop.Poke(id, first);
        await shop.Answer(id, first, "not me", who: third);
        (await shop.Get(id)).Text("assignee").ShouldBe(third);
        await shop.Answer(id, third, "not me");
        (await shop.Get(id)).Text("assignee").ShouldBe(second);
        await shop.Answer(id, second, "not me", who: first);
        // Everybody was asked once in this life: the line returns.
        (await shop.Get(id))
            .Text("assignee")
            .ShouldBeNull();
        (await shop.Lines()).ShouldBe(["staging: Find an owner: Timeout: it broke"]);
        (await shop.Sent(OutboxKind.Poke)).Select(m => m.To).ShouldBe([first, third, second]);
    }

    [Theory, OnBothDatabases]
    public async Task Two_working_hours_of_silence_hand_on_and_somebody_asked_twice_is_nobody(DatabaseKind database)
    {
        await using var shop = await Shop.Open(database);
        var (first, second) = (shop.Others[0], shop.Others[1]);
        var id = await shop.Error("Timeout");
        await shop.Suggest(id, first, second);
        await shop.Poke(id, first);
        await shop.App.Advance("PT1H59M");
        (await shop.Get(id)).Text("assignee").ShouldBe(first);
        await shop.App.Advance("PT1M");
        (await shop.Get(id)).Text("assignee").ShouldBe(second);
        await shop.App.Advance("PT2H");
        (await shop.Get(id)).Text("assignee").ShouldBeNull();
        (await shop.Sent(OutboxKind.Poke)).Select(m => m.To).ShouldBe([first, second]);
    }

    [Fact]
    public async Task Later_is_theirs_and_comes_back_to_the_duty_at_17()
    {
        await using var shop = await Shop.Open();
        var id = await shop.Error("Timeout");
        await shop.Poke(id, shop.Others[0]);
        await shop.Answer(id, shop.Others[0], "later");
        await shop.App.SetClock("2026-11-23T15:59:59Z");
        (await shop.Lines()).ShouldBeEmpty();
        await shop.App.SetClock("2026-11-23T16:00:00Z");
        (await shop.Lines()).ShouldBe([$"staging: Ask {Name(shop.Others[0])}: Timeout: it broke"]);
        await shop.Answer(id, shop.Others[0], "taken");
        (await shop.Lines()).ShouldBeEmpty();
        (await shop.Sent(OutboxKind.Poke)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_answers_for_another_and_a_first_answer_counts()
    {
        await using var shop = await Shop.Open();
        var id = await shop.Error("Timeout");
        await shop.Poke(id, shop.Others[0]);
        var path = $"pokes/{(await shop.Get(id)).Items("pokes")[0].Number("id")}/answer";
        await shop.Duty.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, path, new { answer = "taken" });
        var asked = await shop.App.As(shop.Others[0]);
        await asked.Refused(HttpStatusCode.BadRequest, HttpMethod.Post, path, new { answer = "silence" });
        await asked.Refused(
            HttpStatusCode.BadRequest,
            HttpMethod.Post,
            path,
            new { answer = "not me", who = "nobody-known" }
        );
        await asked.Post(path, new { answer = "taken", due = "2026-12-01" });
        await asked.Post(path, new { answer = "taken", due = "2026-12-01" });
        await asked.Refused(HttpStatusCode.Conflict, HttpMethod.Post, path, new { answer = "not me" });
        (await shop.Get(id)).Text("dueOn").ShouldBe("2026-12-01");
    }

    [Fact]
    public async Task An_owner_hands_on_and_resolves_at_any_time()
    {
        await using var shop = await Shop.Open();
        var (first, second) = (shop.Others[0], shop.Others[1]);
        var id = await shop.Error("Timeout");
        await shop.Duty.Post($"errors/{id}/assign", new { person = first });
        (await shop.Sent(OutboxKind.Poke)).ShouldBeEmpty();
        await (await shop.App.As(first)).Post($"errors/{id}/assign", new { person = second });
        var left = await (await shop.App.As(first)).Send(HttpMethod.Post, $"errors/{id}/resolve");
        left.Status.ShouldBe(HttpStatusCode.Forbidden);
        await (await shop.App.As(second)).Post($"errors/{id}/resolve");
        (await shop.Get(id)).Text("status").ShouldBe("resolved");
        (await shop.Board()).Items("others").ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_on_duty_takes_an_error_without_a_poke_and_gives_a_name_away()
    {
        await using var shop = await Shop.Open();
        var id = await shop.Error("Timeout");
        await shop.Duty.Post($"errors/{id}/assign", new { person = shop.OnDuty });
        (await shop.Get(id)).Text("ownership").ShouldBe("taken");
        await shop.Duty.Post($"errors/{id}/assign", new { person = (string?)null });
        (await shop.Get(id)).Text("assignee").ShouldBeNull();
        (await shop.Lines()).ShouldBe(["staging: Find an owner: Timeout: it broke"]);
        (await shop.Sent(OutboxKind.Poke)).ShouldBeEmpty();
    }

    static string Name(string handle) => char.ToUpperInvariant(handle[0]) + handle[1..];
}
