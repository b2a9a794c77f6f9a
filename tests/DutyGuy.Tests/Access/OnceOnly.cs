using System.Net.Http.Json;
using NodaTime;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Access;

public class OnceOnly
{
    [Fact]
    public async Task The_same_key_with_the_same_body_gives_the_same_answer_and_does_nothing_twice()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        var first = await Send(program, "k1", "ci");
        var second = await Send(program, "k1", "ci");
        first.Status.ShouldBe(201);
        second.ShouldBe(first);
        (await Tokens(program)).ShouldBe(2);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_a_conflict()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        await Send(program, "k1", "ci");
        var other = await Send(program, "k1", "cd");
        other.Status.ShouldBe(409);
        other.Text.ShouldContain("used for another request");
        (await Tokens(program)).ShouldBe(2);
    }

    [Fact]
    public async Task Refusals_are_repeated_too_and_keys_of_different_callers_never_meet()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        (await Send(program, "k1", "")).Status.ShouldBe(400);
        (await Send(program, "k1", "")).Status.ShouldBe(400);
        using var other = server.Program(await server.Token("administrator"));
        (await Send(other, "k1", "ci")).Status.ShouldBe(201);
    }

    [Fact]
    public async Task Twenty_at_the_same_time_make_one()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Send(program, "k1", "ci")));
        answers.Select(a => a.Status).Distinct().ShouldBeSubsetOf([201, 409]);
        answers.Where(a => a.Status == 201).Distinct().Count().ShouldBe(1);
        (await Tokens(program)).ShouldBe(2);
    }

    [Fact]
    public async Task A_key_is_kept_for_a_day()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        var first = await Send(program, "k1", "ci");
        server.Clock.TrySet(server.Clock.GetCurrentInstant() + Duration.FromHours(24));
        (await Send(program, "k1", "ci")).ShouldBe(first);
        server.Clock.TrySet(server.Clock.GetCurrentInstant() + Duration.FromMilliseconds(1));
        (await Send(program, "k1", "ci")).ShouldNotBe(first);
        (await Tokens(program)).ShouldBe(3);
    }

    [Fact]
    public async Task The_kept_answer_does_not_lie_readable_in_the_database()
    {
        await using var server = await AccessServer.Start();
        using var program = server.Program();
        var first = await Send(program, "k1", "ci");
        var kept = await server.Store.Read(db => Task.FromResult(db.IdempotentAnswers.Single()));
        kept.Body.ShouldNotBeNull().ShouldNotContain("token");
        first.Text.ShouldContain("\"token\"");
    }

    static async Task<(int Status, string Text)> Send(HttpClient program, string key, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/tokens")
        {
            Content = JsonContent.Create(new { name, role = "viewer" }),
        };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await program.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    static async Task<int> Tokens(HttpClient program) => (await program.Get("tokens"))["total"]!.GetValue<int>();
}
