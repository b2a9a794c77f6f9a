using System.Text;
using System.Text.Json;
using DutyGuy.Tests.Harness;

namespace DutyGuy.Tests.Intake;

/// <summary>A program with a project's key that sends envelopes by hand.</summary>
public sealed class Sender(HttpClient http, int project, string key)
{
    public int Project => project;
    public string Key => key;

    /// <summary>Makes a project and a sender for it.</summary>
    public static async Task<Sender> Of(RunningDuty duty, string name = "shop")
    {
        var made = await duty.Post("projects", new { name });
        return new Sender(duty.Nobody.Http, (int)made.Number("id"), made.Text("key")!);
    }

    /// <summary>The same program after the server began anew.</summary>
    public Sender At(RunningDuty duty) => new(duty.Nobody.Http, project, key);

    /// <summary>One error, and its number in the answer.</summary>
    public async Task<string> Error(
        string type,
        string environment = "staging",
        string? release = null,
        string? user = null,
        string? eventId = null
    )
    {
        using var answer = await Send(Envelope(type, environment, release, user, eventId));
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, text);
        return JsonElement.Parse(text).Text("id")!;
    }

    public Task<HttpResponseMessage> Send(string body, string? auth = null) =>
        Send(new ByteArrayContent(Encoding.UTF8.GetBytes(body)), auth);

    public async Task<HttpResponseMessage> Send(HttpContent body, string? auth = null, string route = "envelope")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/{project}/{route}/") { Content = body };
        request.Headers.TryAddWithoutValidation("X-Sentry-Auth", auth ?? $"Sentry sentry_version=7, sentry_key={key}");
        return await http.SendAsync(request);
    }

    public static string Envelope(
        string type,
        string environment = "staging",
        string? release = null,
        string? user = null,
        string? eventId = null
    )
    {
        eventId ??= Guid.NewGuid().ToString("N");
        var body = JsonSerializer.Serialize(
            new
            {
                event_id = eventId,
                environment,
                release,
                level = "error",
                user = user is null ? null : new { id = user, email = $"{user}@example.org" },
                exception = new { values = new[] { Exception(type) } },
            }
        );
        return $$"""{"event_id":"{{eventId}}"}"""
            + $$"""

                {"type":"event"}
                {{body}}
                """;
    }

    static object Exception(string type) =>
        new
        {
            type,
            value = "it broke",
            stacktrace = new
            {
                frames = new[]
                {
                    new
                    {
                        filename = $"src/{type}.cs",
                        function = "Run",
                        lineno = 7,
                        in_app = true,
                    },
                },
            },
        };
}
