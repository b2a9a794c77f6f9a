using DutyGuy.Web;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Access;

public class TokensAndWalls
{
    [Fact]
    public async Task A_token_is_shown_once_and_its_list_holds_no_secret()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        var made = await program.Post("tokens", new { name = "ci", role = "engineer" });
        var secret = made["token"]!.GetValue<string>();
        var list = (await program.Get("tokens")).ToJsonString();
        list.ShouldContain("\"ci\"");
        list.ShouldNotContain(secret);
        list.ShouldNotContain(Secrets.Hash(secret));
        (await File.ReadAllBytesAsync(server.DatabaseFile))
            .AsSpan()
            .IndexOf(System.Text.Encoding.UTF8.GetBytes(secret))
            .ShouldBe(-1);
    }

    [Fact]
    public async Task A_withdrawn_token_opens_nothing()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        var made = await program.Post("tokens", new { name = "ci", role = "administrator" });
        using var ci = server.Program(made["token"]!.GetValue<string>());
        await ci.Get("audit");
        await program.Delete($"tokens/{made["id"]}");
        await ci.Get("audit", 401);
        await program.Delete("tokens/999", 404);
    }

    [Fact]
    public async Task What_is_done_with_a_persons_token_is_done_by_that_person_and_never_more_than_the_person_may()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        await program.Post("people", new { handle = "mel" });
        using var mel = server.Program(await server.Token("administrator", "mel"));
        await mel.Get("audit", 403);
        await mel.Post("people/mel/absences", new { from = "2026-11-24" });
        var newest = (await program.Get("audit"))["items"]![0]!;
        newest["by"]!.GetValue<string>().ShouldBe("mel");
        newest["what"]!.GetValue<string>().ShouldBe("POST /api/v1/people/mel/absences");
    }

    [Fact]
    public async Task A_token_needs_a_name_a_role_and_a_person_who_exists()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        (await program.Post("tokens", new { name = "ci" }, 400))["detail"]!
            .GetValue<string>()
            .ShouldBe("Missing: role.");
        await program.Post("tokens", new { name = " ", role = "viewer" }, 400);
        await program.Post("tokens", new { name = "ci", role = "king" }, 400);
        await program.Post(
            "tokens",
            new
            {
                name = "ci",
                role = "viewer",
                person = "tom",
            },
            400
        );
    }

    [Fact]
    public async Task A_wall_opens_with_its_key_until_it_is_withdrawn_and_the_key_is_no_token()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        var made = await program.Post("walls", new { name = "hall" });
        var key = made["key"]!.GetValue<string>();
        var walls = server.Services.GetRequiredService<WallAccess>();
        (await walls.Open(key)).ShouldNotBeNull().Name.ShouldBe("hall");
        (await walls.Open(key + "x")).ShouldBeNull();
        (await walls.Open(null)).ShouldBeNull();
        using var wall = server.Program(key);
        await wall.Get("people", 401);
        (await program.Get("walls")).ToJsonString().ShouldNotContain(key);
        await program.Delete($"walls/{made["id"]}");
        (await walls.Open(key)).ShouldBeNull();
    }
}
