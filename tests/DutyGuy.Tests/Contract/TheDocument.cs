using System.Text.Json;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Contract;

/// <summary>The OpenAPI document is the truth: it says what every route answers, and every closed list of words.</summary>
public class TheDocument
{
    [Fact]
    public async Task Every_route_says_what_it_answers()
    {
        await using var app = await DutyApp.Start();
        var paths = (await app.Get("/openapi/v1.json")).At("paths").EnumerateObject().ToList();
        paths.Count.ShouldBeGreaterThan(60);
        var silent =
            from path in paths
            where path.Name.StartsWith("/api/v1/", StringComparison.Ordinal)
            from operation in path.Value.EnumerateObject()
            let answers = operation.Value.At("responses").EnumerateObject()
            where !answers.Any(SaysWhat)
            select $"{operation.Name} {path.Name}";
        silent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_closed_list_of_words_is_an_enum()
    {
        await using var app = await DutyApp.Start();
        var schemas = (await app.Get("/openapi/v1.json")).At("components.schemas");
        foreach (
            var (name, words) in new[]
            {
                ("OutboxKind", "notice, poke, assign, ticket, deploy, announce, message"),
                ("OutboxState", "waiting, sent, failed"),
                ("LineState", "now, waiting, cannot tell"),
                ("GateState", "pass, fail, cannot tell"),
                ("RolloutKind", "daily, hot fix"),
                ("CiStatus", "failing, passing, running, cancelled, unknown"),
                ("StepVerb", "done, skip, run, answer"),
                ("JudgementWord", "real, noise, unsure"),
            }
        )
            schemas
                .At($"{name}.enum")
                .EnumerateArray()
                .Where(w => w.ValueKind != JsonValueKind.Null) // of a use that may be null
                .Select(w => w.GetString())
                .ShouldBe(words.Split(", "), ignoreOrder: true, name);
    }

    [Fact]
    public async Task What_must_be_sent_is_required()
    {
        await using var app = await DutyApp.Start();
        var schemas = (await app.Get("/openapi/v1.json")).At("components.schemas");
        Required(schemas, "CiSignal").ShouldBe(["repository", "branch", "commit", "status"], ignoreOrder: true);
        Required(schemas, "NewDuty").ShouldBe(["id"]);
        Required(schemas, "AnswerIn").ShouldBe(["answer"]);
        Required(schemas, "Whom").ShouldBe(["person"]);
    }

    static bool SaysWhat(JsonProperty answer) =>
        answer.Name == "204"
        || (
            answer.Name.StartsWith('2')
            && answer.Value.TryGetProperty("content", out var content)
            && content.EnumerateObject().Any(form => form.Value.TryGetProperty("schema", out _))
        );

    static IEnumerable<string?> Required(JsonElement schemas, string name) =>
        schemas.At($"{name}.required").EnumerateArray().Select(w => w.GetString());
}
