using System.Net;
using System.Text;
using System.Text.Json;
using DutyGuy.Domain;
using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Intake;

namespace DutyGuy.Tests.Triage;

/// <summary>A person says which events are one error, and takes it back.</summary>
public class OneOrTwo
{
    /// <summary>An event of a function, from a caller and with words.</summary>
    static async Task Sends(
        Shop shop,
        string function,
        string caller = "cart",
        string words = "it broke",
        string? user = null
    )
    {
        var frames = new[] { Frame(caller, 31), Frame(function, 9) };
        var body = JsonSerializer.Serialize(
            new
            {
                event_id = Guid.NewGuid().ToString("N"),
                environment = "staging",
                platform = "node",
                user = user is null ? null : new { id = user },
                exception = new
                {
                    values = new[]
                    {
                        new
                        {
                            type = "TypeError",
                            value = words,
                            stacktrace = new { frames },
                        },
                    },
                },
            }
        );
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("{}\n{\"type\":\"event\"}\n" + body));
        (await shop.Sender.Send(content)).StatusCode.ShouldBe(HttpStatusCode.OK);

        static object Frame(string function, int lineno) =>
            new
            {
                filename = "/app/shop/cart.js",
                function,
                lineno,
                in_app = true,
            };
    }

    static async Task<IReadOnlyList<(long Id, long Events)>> Errors(Shop shop) =>
        [
            .. (await shop.App.Get("errors"))
                .Items()
                .Select(e => (e.Number("id"), e.Number("events")))
                .OrderBy(e => e.Item1),
        ];

    static Task<JsonElement> Merge(Shop shop, long id, long with) => shop.Duty.Post($"errors/{id}/merge", new { with });

    static async Task<JsonElement> Split(Shop shop, long id, string field, string value)
    {
        var kinds = (await shop.Get(id)).Items("variants");
        var variants = kinds
            .Where(k => k.Text(field)!.EndsWith(value, StringComparison.Ordinal))
            .Select(k => k.Text("key"));
        return await shop.Duty.Post($"errors/{id}/split", new { variants });
    }

    static Task<JsonElement> Undo(Shop shop, JsonElement error) =>
        shop.Duty.Post($"undo/{error.Items("regroupings")[^1].Number("fact")}", new { });

    [Theory, OnBothDatabases]
    public async Task Two_errors_become_one_with_what_comes_and_two_again(DatabaseKind database)
    {
        await using var shop = await Shop.Open(database);
        await Sends(shop, "total", user: "ann");
        await Sends(shop, "price", user: "ann");
        await Sends(shop, "price", user: "bob");
        await shop.Poke(2, shop.Others[0]);
        var merged = await Merge(shop, 2, 1);
        (merged.Number("id"), merged.Number("events"), merged.Number("users")).ShouldBe((1, 3, 2));
        merged.Text("assignee").ShouldBe(shop.Others[0]);
        (await Merge(shop, 2, 1)).Number("events").ShouldBe(3, "pressed twice");
        await Sends(shop, "price");
        (await Errors(shop)).ShouldBe([(1, 4)]);
        var part = await shop.Get(2);
        (part.Text("status"), part.Number("mergedInto")).ShouldBe(("merged", 1));
        (await shop.Board()).Items("others").ShouldHaveSingleItem().Text("subject").ShouldBe("1");
        await Undo(shop, merged);
        await Undo(shop, merged);
        (await Errors(shop)).ShouldBe([(1, 1), (2, 3)]);
        var (one, two) = (await shop.Get(1), await shop.Get(2));
        (one.Text("assignee"), two.Text("assignee")).ShouldBe((null, shop.Others[0]));
        (one.Number("users"), two.Number("users")).ShouldBe((1, 2));
        two.Items("pokes").ShouldHaveSingleItem().Text("answer").ShouldBeNull();
        await Sends(shop, "price");
        await Sends(shop, "total");
        (await Errors(shop)).ShouldBe([(1, 2), (2, 4)]);
        (await shop.Sent(OutboxKind.Poke)).ShouldHaveSingleItem();
    }

    [Theory, OnBothDatabases]
    public async Task One_error_becomes_two_with_what_comes_and_one_again(DatabaseKind database)
    {
        await using var shop = await Shop.Open(database);
        await Sends(shop, "total", "cart", user: "ann");
        await Sends(shop, "total", "checkout", user: "bob");
        await Sends(shop, "total", "checkout", "something else");
        var why = (await shop.Get(1)).GetProperty("why");
        why.Text("sentence").ShouldBe("All were raised in total, cart.js:9: the innermost line of our own code.");
        (why.Text("rule"), why.Text("function")).ShouldBe(("innermost", "total"));
        (await shop.Get(1)).Items("variants").Count.ShouldBe(3);
        var made = await Split(shop, 1, "caller", "checkout");
        (made.Number("id"), made.Number("events"), made.Number("users")).ShouldBe((2, 2, 1));
        (await shop.Get(1)).Number("users").ShouldBe(1);
        await Sends(shop, "total", "checkout", "new words");
        await Sends(shop, "total", "cart");
        await Sends(shop, "total", "somewhere");
        (await Errors(shop)).ShouldBe([(1, 3), (2, 3)]);
        await Undo(shop, made);
        await Undo(shop, made);
        (await Errors(shop)).ShouldBe([(1, 6)]);
        (await shop.Get(1)).Number("users").ShouldBe(2);
        await Sends(shop, "total", "checkout");
        (await Errors(shop)).ShouldBe([(1, 7)]);
        (await Split(shop, 1, "caller", "checkout")).Number("id").ShouldBe(3);
        (await Errors(shop)).ShouldBe([(1, 3), (3, 4)]);
    }

    [Fact]
    public async Task Later_a_merge_is_taken_back_by_a_split_and_a_split_by_a_merge()
    {
        await using var shop = await Shop.Open();
        await Sends(shop, "total");
        await Sends(shop, "price");
        var merged = await Merge(shop, 1, 2);
        await shop.App.SetClock("2026-11-23T08:30:00Z");
        var path = $"undo/{merged.Items("regroupings")[^1].Number("fact")}";
        var late = await shop.Duty.Refused(HttpStatusCode.Conflict, HttpMethod.Post, path, new { });
        late.Text("detail")!.ShouldContain("Split the error instead");
        var made = await Split(shop, 1, "function", "price");
        await Sends(shop, "price", "anybody");
        (await Errors(shop)).ShouldBe([(1, 1), (3, 2)]);
        (await Merge(shop, 1, made.Number("id"))).Number("events").ShouldBe(3);
    }

    [Fact]
    public async Task Only_who_is_on_duty_or_the_owner_and_refusals_say_what_is_wrong()
    {
        await using var shop = await Shop.Open();
        await Sends(shop, "total");
        await Sends(shop, "price");
        var other = await shop.App.As(shop.Others[0]);
        await other.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, "errors/1/merge", new { with = 2 });
        await shop.App.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, "errors/1/merge", new { with = 2 });
        await shop.Duty.Refused(HttpStatusCode.BadRequest, HttpMethod.Post, "errors/1/merge", new { with = 77 });
        await shop.Duty.Refused(HttpStatusCode.NotFound, HttpMethod.Post, "errors/77/merge", new { with = 1 });
        await shop.Duty.Refused(HttpStatusCode.NotFound, HttpMethod.Post, "undo/7777", new { });
        var alike = new { variants = (await shop.Get(1)).Items("variants").Select(k => k.Text("key")) };
        var refused = await shop.Duty.Refused(HttpStatusCode.Conflict, HttpMethod.Post, "errors/1/split", alike);
        refused.Text("detail")!.ShouldContain("all alike");
        await Merge(shop, 1, 2);
        var poke = await shop.Duty.Refused(
            HttpStatusCode.Conflict,
            HttpMethod.Post,
            "errors/2/poke",
            new { person = shop.Others[0] }
        );
        poke.Text("detail").ShouldBe("Error 2 is a part of error 1. Do it there.");
    }
}
