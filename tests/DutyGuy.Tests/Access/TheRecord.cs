using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Access;

public class TheRecord
{
    [Fact]
    public async Task The_audit_lists_every_write_newest_first_with_the_true_total()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        for (var i = 0; i < 5; i++)
            await program.Post("people", new { handle = $"p{i}" });
        await program.Post("people", new { handle = "p0" }, 409);
        await program.Post("people", new { shoe = 44 }, 400);
        var first = await program.Get("audit?size=3");
        first["total"]!.GetValue<int>().ShouldBe(7);
        Statuses(first).ShouldBe([400, 409, 201]);
        var second = await program.Get(first["next"]!.GetValue<string>()["/api/v1/".Length..]);
        Statuses(second).ShouldBe([201, 201, 201]);
        var third = await program.Get(second["next"]!.GetValue<string>()["/api/v1/".Length..]);
        Statuses(third).ShouldBe([201]);
        third["next"].ShouldBeNull();
    }

    [Fact]
    public async Task Sign_ins_are_kept_also_failed_ones_and_no_secret_of_an_address()
    {
        await using var server = await AccessServer.Start();
        await server.Person("mel");
        using var browser = server.Browser();
        await browser.SignIn("mel", "wrong password");
        await browser.SignIn("mel");
        using var program = server.Program();
        var rows = (await program.Get("audit"))["items"]!.AsArray();
        rows.Take(3)
            .Select(r => $"{r!["by"]} {r["what"]} {r["status"]}")
            .ShouldBe(["mel POST /sign-in 302", "nobody POST /sign-in 401", "mel POST /welcome/{secret} 302"]);
    }

    [Fact]
    public async Task The_contract_is_open_and_uses_the_words_of_the_answers()
    {
        await using var server = await AccessServer.Start();
        using var nobody = server.Program(null);
        var contract = (await nobody.GetFromJsonAsync<JsonNode>("/openapi/v1.json"))!;
        contract["paths"]!.AsObject().ShouldContainKey("/api/v1/people/{handle}");
        var schemas = contract["components"]!["schemas"]!;
        schemas["Role"]!["enum"]!
            .AsArray()
            .Select(w => w!.GetValue<string>())
            .ShouldBe(["viewer", "engineer", "process owner", "administrator"]);
        schemas["LocalDate"]!["format"]!.GetValue<string>().ShouldBe("date");
        schemas["Instant"]!["format"]!.GetValue<string>().ShouldBe("date-time");
        schemas["NewConnection"]!["required"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_page_of_the_api_says_who_may()
    {
        await using var server = await AccessServer.Start();
        var page = await server.Browser().Open("/docs/api");
        page.Status.ShouldBe(200);
        page.Text.ShouldContain("<td>POST</td><td><code>/api/v1/tokens</code></td><td>administrator</td>");
        page.Text.ShouldNotContain("<script");
    }

    static IEnumerable<int> Statuses(JsonNode list) =>
        list["items"]!.AsArray().Select(r => r!["status"]!.GetValue<int>());
}
