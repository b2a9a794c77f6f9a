using System.Text;
using System.Text.Json;
using NodaTime;

namespace DutyGuy.Commands.Demo.Weeks;

/// <summary>Sends recorded errors in the form of the .NET SDK to the intake, as the Clinic of that day did.</summary>
sealed class RecordedEvents(string dsn, CancellationToken over) : IDisposable
{
    readonly Uri address = new(dsn);
    readonly HttpClient http = new();
    int sent;

    /// <summary>All events of one error, one user each.</summary>
    public async Task Send(RecordedError error, string release, Instant now)
    {
        for (var i = 0; i < error.Events; i++)
            await Send(error, release, now, $"patient-{(i * 37) % 300}");
    }

    public void Dispose() => http.Dispose();

    async Task Send(RecordedError error, string release, Instant now, string user)
    {
        var id = $"{++sent:x32}";
        var item = JsonSerializer.Serialize(Event(error, release, now, user, id));
        var body =
            $"{{\"event_id\":\"{id}\"}}\n{{\"type\":\"event\",\"length\":{Encoding.UTF8.GetByteCount(item)}}}\n{item}\n";
        var intake = new Uri(address, $"/api{address.AbsolutePath}/envelope/");
        using var request = new HttpRequestMessage(HttpMethod.Post, intake) { Content = new StringContent(body) };
        request.Headers.TryAddWithoutValidation(
            "X-Sentry-Auth",
            $"Sentry sentry_version=7, sentry_client=sentry.dotnet/6.0.0, sentry_key={address.UserInfo}"
        );
        using var answer = await http.SendAsync(request, over);
        answer.EnsureSuccessStatusCode();
    }

    static object Event(RecordedError error, string release, Instant now, string user, string id) =>
        new
        {
            event_id = id,
            timestamp = now.ToString(),
            platform = "csharp",
            level = "error",
            release,
            environment = error.Environment,
            transaction = error.Endpoint,
            user = new { id = user },
            exception = new
            {
                values = new[]
                {
                    new
                    {
                        type = error.Type,
                        value = error.Value,
                        stacktrace = new { frames = error.Frames.Select(Frame) },
                    },
                },
            },
        };

    static object Frame((string File, string Module, string Function, int Line) frame) =>
        new
        {
            filename = frame.File,
            module = frame.Module,
            function = frame.Function,
            lineno = frame.Line,
            in_app = true,
        };
}
