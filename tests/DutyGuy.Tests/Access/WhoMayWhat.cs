using System.Net;
using System.Net.Http.Json;
using DutyGuy.Domain;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace DutyGuy.Tests.Access;

public class WhoMayWhat
{
    /// <summary>All that nobody needs to sign in for. A new line here needs a reason in docs or in the contract.</summary>
    static readonly string[] Open =
    [
        "GET /health/live",
        "GET /health/ready",
        "GET /sign-in",
        "POST /sign-in",
        "GET /welcome/{secret}",
        "POST /welcome/{secret}",
        "GET /openapi/{documentName}.json",
        "GET /docs/api",
        "GET /assets/{name}",
        "GET /wall",
        "GET /wall/live",
        "GET /calendar/{secret}.ics",
        "POST /api/{project:int}/envelope",
        "POST /api/{project:int}/store",
        "GET /api/{project:int}/store",
        "OPTIONS /api/{project:int}/envelope",
        "OPTIONS /api/{project:int}/store",
        "GET /api/v1/test/clock",
        "PUT /api/v1/test/clock",
        "POST /api/v1/test/clock/advance",
    ];

    [Fact]
    public async Task Every_route_is_shut_for_who_does_not_sign_in_but_those_of_the_list()
    {
        await using var server = await AccessServer.Start();
        using var nobody = server.Program(null);
        var tried = 0;
        foreach (var (method, pattern) in Routes(server).Where(r => !Open.Contains($"{r.Method} {r.Pattern}")))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), Filled(pattern));
            using var answer = await nobody.SendAsync(request);
            var shut =
                answer.StatusCode == HttpStatusCode.Unauthorized
                || (
                    answer.StatusCode == HttpStatusCode.Redirect
                    && answer.Headers.Location!.AbsolutePath == "/sign-in"
                    && !pattern.StartsWith("/api", StringComparison.Ordinal)
                );
            shut.ShouldBeTrue($"{method} {pattern} answers {(int)answer.StatusCode}");
            tried++;
        }
        tried.ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData("POST", "people", Role.Administrator)]
    [InlineData("POST", "people/import", Role.Administrator)]
    [InlineData("POST", "people/mel/invitation", Role.Administrator)]
    [InlineData("PATCH", "people/mel", Role.Engineer)]
    [InlineData("POST", "people/mel/absences", Role.Engineer)]
    [InlineData("DELETE", "people/mel/absences/2026-11-23/2026-11-23", Role.Engineer)]
    [InlineData("GET", "people", Role.Viewer)]
    [InlineData("GET", "people/mel", Role.Viewer)]
    [InlineData("GET", "people/mel/absences", Role.Viewer)]
    [InlineData("GET", "tokens", Role.Administrator)]
    [InlineData("POST", "tokens", Role.Administrator)]
    [InlineData("DELETE", "tokens/77", Role.Administrator)]
    [InlineData("GET", "walls", Role.Administrator)]
    [InlineData("POST", "walls", Role.Administrator)]
    [InlineData("DELETE", "walls/77", Role.Administrator)]
    [InlineData("GET", "connections", Role.Administrator)]
    [InlineData("POST", "connections", Role.Administrator)]
    [InlineData("PUT", "connections/77", Role.Administrator)]
    [InlineData("DELETE", "connections/77", Role.Administrator)]
    [InlineData("POST", "connections/77/test", Role.Administrator)]
    [InlineData("POST", "errors/77/merge", Role.Engineer)]
    [InlineData("POST", "errors/77/split", Role.Engineer)]
    [InlineData("POST", "undo/77", Role.Engineer)]
    [InlineData("GET", "audit", Role.Administrator)]
    public async Task A_role_below_gets_the_sentence_who_could_and_the_role_itself_comes_through(
        string method,
        string path,
        Role least
    )
    {
        await using var server = await AccessServer.Start();
        foreach (var role in Enum.GetValues<Role>())
        {
            using var program = server.Program(await server.Token(DutyGuy.Web.Words.Of(role)));
            using var request = new HttpRequestMessage(new HttpMethod(method), "/api/v1/" + path);
            if (method is "POST" or "PUT" or "PATCH")
                request.Content = JsonContent.Create(new { nonsense = true });
            using var answer = await program.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            if (role < least)
            {
                answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{role}: {text}");
                answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
                text.ShouldContain(
                    least == Role.Administrator
                        ? "An administrator can do that."
                        : "An engineer of the team can do that."
                );
            }
            else if (!text.Contains("emails and zone are yours") && !text.Contains("An administrator can do that."))
                answer.StatusCode.ShouldNotBe(HttpStatusCode.Forbidden, $"{role}: {text}");
        }
    }

    [Fact]
    public async Task Who_is_asked_who_they_are_gets_a_problem_with_the_way_in()
    {
        await using var server = await AccessServer.Start();
        using var nobody = server.Program(null);
        (await nobody.Get("people", 401))["detail"]!.GetValue<string>().ShouldContain("Authorization: Bearer");
        using var stranger = server.Program("made-up");
        (await stranger.Get("people", 401))["detail"]!.GetValue<string>().ShouldContain("not known or was withdrawn");
    }

    [Fact]
    public async Task A_person_who_may_not_see_a_page_reads_who_could()
    {
        await using var server = await AccessServer.Start();
        await server.Person("mel");
        using var browser = server.Browser();
        await browser.SignIn("mel");
        var answer = await browser.Client.Get("audit", 403);
        answer["detail"]!.GetValue<string>().ShouldBe("An administrator can do that.");
    }

    [Fact]
    public async Task A_changed_role_counts_in_the_next_request_of_a_session()
    {
        await using var server = await AccessServer.Start();
        await server.Person("mel");
        using var browser = server.Browser();
        await browser.SignIn("mel");
        await browser.Client.Get("audit", 403);
        using var program = server.Program();
        await program.Patch("people/mel", new { role = "administrator" });
        await browser.Client.Get("audit");
    }

    static IEnumerable<(string Method, string Pattern)> Routes(AccessServer server) =>
        server
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .SelectMany(r =>
                (r.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]).Select(m =>
                    (m, "/" + r.RoutePattern.RawText!.Trim('/'))
                )
            );

    static string Filled(string pattern) =>
        string.Join('/', pattern.Split('/').Select(part => part.StartsWith('{') ? "1" : part));
}
