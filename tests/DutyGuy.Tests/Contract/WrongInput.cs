using System.Net;
using System.Text;
using System.Text.Json;
using DutyGuy.Tests.Harness;
using DutyGuy.Tests.Stories;
using DutyGuy.Tests.Triage;

namespace DutyGuy.Tests.Contract;

/// <summary>Whatever is sent, the answer is a problem with the way to mend it: never a 500, never a hang.</summary>
public class WrongInput
{
    static readonly string[] Bodies =
    [
        "",
        "{",
        "null",
        "[]",
        "{}",
        """{"nonsense":1}""",
        """{"id":null,"name":null,"why":null,"text":null,"date":"9999-12-31","from":"9999-12-31"}""",
        """{"id":"\u0000","name":"\u0000","handle":"\u0000","why":"\u0000","text":"\u0000","reason":"\u0000"}""",
    ];

    [Theory, OnBothDatabases]
    public async Task Every_writing_route_answers_nonsense_with_a_problem(DatabaseKind database)
    {
        await using var shop = await Shop.Open(database);
        await shop.Error("Timeout");
        var routes = (await shop.App.Get("/openapi/v1.json")).At("paths").EnumerateObject().ToList();
        foreach (var (method, path) in routes.SelectMany(Writing))
        foreach (var body in Bodies)
        {
            var answer = await shop.Duty.Send(method, path, Json(body));
            ((int)answer.Status).ShouldBeLessThan(500, $"{answer} after {body}");
            if ((int)answer.Status >= 400)
                MustBeProblem(answer);
        }
        (await shop.Board()).Items("lines").ShouldHaveSingleItem();
    }

    static readonly (string Method, string Path, string? Body)[] NobodyMeans =
    [
        ("GET", "duties/engineering/rota?from=9999-12-31&to=9999-12-31", null),
        ("GET", "duties/engineering/rota?from=-9998-01-01", null),
        ("GET", "duties/engineering/rota?to=8000-01-01", null),
        ("GET", "duties/engineering/rota?from=2026-02-30", null),
        ("GET", "duties/engineering/on-duty?at=9999-12-31T00:00:00Z", null),
        ("GET", "errors?skip=many", null),
        ("GET", "errors?status=7", null),
        ("POST", "people/ann/absences", """{"from":"2026-12-01","to":"9999-12-31"}"""),
        ("POST", "people", """{"handle":"zoe","joinedOn":"9999-12-31"}"""),
        ("PATCH", "duties/engineering", """{"closedOn":["9999-12-31"]}"""),
        ("PATCH", "duties/engineering", """{"name":" "}"""),
        ("POST", "duties/engineering/swaps", """{"date":"9998-12-30","with":"mel"}"""),
        ("PUT", "duties/engineering/rota/9999-12-31", """{"person":"mel","why":"x"}"""),
        ("POST", "holds", """{"why":"x","until":"9999-12-31T23:59:59Z"}"""),
        ("POST", "duties", """{"id":"x","playbook":{"duty.md":5}}"""),
        ("POST", "duties", """{"playbook":"devops"}"""),
        ("POST", "signals/ci", """{"repository":"clinic","branch":"main","commit":"a"}"""),
        ("POST", "signals/ci", """{"repository":"clinic","branch":"main","commit":"🦉🦉🦉🦉","status":"failing"}"""),
        ("POST", "test/clock/advance", """{"by":"P1Y"}"""),
        ("POST", "test/clock/advance", """{"by":"PT999999999999H"}"""),
        ("PUT", "test/clock", """{"now":"9999-12-31T00:00:00Z"}"""),
    ];

    [Fact]
    public async Task What_nobody_means_is_refused_at_once_with_its_field_and_the_board_lives_on()
    {
        await using var app = await Team.OnMonday();
        foreach (var (method, path, body) in NobodyMeans)
        {
            var answer = await app.Send(new HttpMethod(method), path, body is null ? null : Json(body));
            answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.ToString());
            MustBeProblem(answer);
            answer.Json.At("errors").EnumerateObject().ShouldNotBeEmpty(answer.ToString());
        }
        (await app.Board("engineering")).Items("lines").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_wrong_field_is_named_in_the_errors()
    {
        await using var app = await DutyApp.Start();
        foreach (
            var (path, body, field, sentence) in new[]
            {
                ("people", """{"handle":"zoe","shoe":44}""", "shoe", "“shoe” is not a field here."),
                ("tokens", """{"name":"ci"}""", "role", "Missing: role."),
                ("holds", """{"why":"x","until":"tomorrow"}""", "until", "“until”: cannot be read."),
            }
        )
        {
            var wrong = await app.Refused(HttpStatusCode.BadRequest, HttpMethod.Post, path, Json(body));
            wrong.Text($"errors.{field}.0")!.ShouldStartWith(sentence);
        }
    }

    [Fact]
    public async Task The_character_NUL_is_refused_wherever_it_stands_and_what_only_looks_like_it_is_not()
    {
        await using var app = await Team.OnMonday();
        var csv = new StringContent("handle\nz\0e\n", Encoding.UTF8, "text/csv");
        var form = new StringContent("odd=a%00b", Encoding.UTF8, "application/x-www-form-urlencoded");
        foreach (
            var (method, path, body) in new (HttpMethod, string, HttpContent?)[]
            {
                (HttpMethod.Post, "holds", Json("""{"why":"a\u0000b"}""")),
                (HttpMethod.Post, "duties", Json("""{"id":"x","playbook":{"duty.md\u0000":"# Duty"}}""")),
                (HttpMethod.Post, "people/import", csv),
                (HttpMethod.Post, "/log/1", form),
                (HttpMethod.Get, "log?q=a%00b", null),
            }
        )
        {
            var answer = await app.Send(method, path, body);
            answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.ToString());
            answer.Text.ShouldContain("holds the character NUL");
        }
        (await app.Get("holds")).Items().ShouldBeEmpty();
        var kept = await app.Post("holds", Json("""{"why":"a\\u0000b"}"""));
        kept.Text("why").ShouldBe("""a\u0000b""");
    }

    [Fact]
    public async Task What_is_not_there_and_another_form_are_problems_too()
    {
        await using var app = await Team.OnMonday();
        foreach (var path in new[] { "nowhere", "errors/one", "duties/cooking/facts", "duties/cooking/swaps" })
            MustBeProblem(await app.Send(HttpMethod.Get, path), 404);
        MustBeProblem(await app.Send(HttpMethod.Get, "playbooks/cooking/versions"), 404);
        MustBeProblem(await app.Send(HttpMethod.Delete, "duties/engineering/facts"), 405);
        foreach (var form in new[] { "application/json; charset=klingon", "text/plain" })
        {
            var body = new ByteArrayContent("""{"why":"x"}"""u8.ToArray());
            body.Headers.TryAddWithoutValidation("Content-Type", form);
            MustBeProblem(await app.Send(HttpMethod.Post, "holds", body), 415);
        }
    }

    static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    static void MustBeProblem(Answer answer, int? status = null)
    {
        if (status is not null)
            ((int)answer.Status).ShouldBe(status.Value, answer.ToString());
        foreach (var word in new[] { "type", "title", "detail" })
            answer.Json.Text(word).ShouldNotBeNullOrEmpty(answer.ToString());
    }

    /// <summary>All but the clock and what needs no words, with the numbers and names that are there.</summary>
    static IEnumerable<(HttpMethod, string)> Writing(JsonProperty route) =>
        route
            .Value.EnumerateObject()
            .Where(o => o.Name is "post" or "put" or "patch")
            .Where(_ => route.Name.StartsWith("/api/v1/", StringComparison.Ordinal) && !route.Name.Contains("/test/"))
            .Where(_ => route.Name.Split('/')[^1] is not ("resolve" or "ignore"))
            .Select(o => (new HttpMethod(o.Name.ToUpperInvariant()), Filled(route.Name)));

    static string Filled(string path) =>
        path.Replace("{duty}", "engineering", StringComparison.Ordinal)
            .Replace("{handle}", "bob", StringComparison.Ordinal)
            .Replace("{date}", "2026-12-01", StringComparison.Ordinal)
            .Replace("{step}", "green", StringComparison.Ordinal)
            .Replace("{id}", "1", StringComparison.Ordinal)
            .Replace("{number}", "1", StringComparison.Ordinal);
}
